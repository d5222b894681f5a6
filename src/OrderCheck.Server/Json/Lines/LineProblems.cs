using System.Globalization;
using OrderCheck.Server.Hosting;

namespace OrderCheck.Server.Json.Lines;

/// <summary>What is said of one line of a body.</summary>
internal static class LineProblems
{
    /// <summary>The same with the number of the line, for people in the detail and for programs in the metadata.</summary>
    /// <param name="problem">Of what is in the line.</param>
    /// <param name="line">From 1.</param>
    public static Problem In(Problem problem, long line)
    {
        var number = line.ToString(CultureInfo.InvariantCulture);
        return problem with
        {
            Detail = $"line {number}: {problem.Detail}",
            Metadata = new Dictionary<string, string>(problem.Metadata ?? new Dictionary<string, string>()) { ["line"] = number },
        };
    }

    public static Problem TooLong(long line) => In(Problems.TooLarge($"at most {ServerHost.LargestMessage} bytes are read of a line."), line);
}
