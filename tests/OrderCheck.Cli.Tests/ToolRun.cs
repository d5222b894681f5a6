using System.Text.Json;
using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Tests;

/// <summary>One run of the tool in process, with what it printed.</summary>
internal sealed record ToolRun(int Code, string Output, string Errors)
{
    public static async Task<ToolRun> OfAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await Tool.RunAsync(args, output, errors, CancellationToken.None);
        return new ToolRun(code, output.ToString(), errors.ToString());
    }

    public IReadOnlyList<string> Lines => Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The last line, which <c>--json</c> makes one JSON object.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Lines[^1]);
            return document.RootElement.Clone();
        }
    }
}
