using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using OrderCheck.Server.Errors;

namespace OrderCheck.Server.Json.Lines;

/// <summary>The requests of a stream, one JSON object a line.</summary>
internal sealed class LineRequests<T>(LineReader lines, MessageDescriptor message) : IAsyncStreamReader<T>
    where T : class, IMessage<T>, new()
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default);

    public T Current { get; private set; } = new();

    /// <summary>Of the line that is read, from 1.</summary>
    public long Line => lines.Number;

    /// <summary>How that line spells its fields.</summary>
    public FieldSpelling Spelling { get; private set; } = new();

    /// <exception cref="RefusedLineException">The line is none of the stream's messages.</exception>
    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            if (await lines.NextAsync(cancellationToken) is not { } line)
                return false;
            Current = Read(line);
            return true;
        }
        catch (LineTooLongException)
        {
            throw new RefusedLineException(LineProblems.TooLong(Line));
        }
        catch (BadHttpRequestException broken)
        {
            throw new RefusedLineException(LineProblems.In(Problems.Broken(broken), Line + 1));
        }
    }

    private T Read(ArraySegment<byte> line)
    {
        Spelling = new FieldSpelling(inLine: true);
        var form = JsonForm.Check(line, message, Spelling);
        // Its text is one line: where in the body that line is, is known here alone.
        if (Problems.Of(form with { Fault = form.Fault is { } fault ? fault with { Line = Line } : null }, Spelling) is { } problem)
            throw new RefusedLineException(form.Fault is null ? LineProblems.In(problem, Line) : problem);
        try
        {
            return Parser.Parse<T>(Encoding.UTF8.GetString(line));
        }
        catch (InvalidProtocolBufferException odd)
        {
            throw new RefusedLineException(LineProblems.In(Problems.Of(ErrorMapper.Map(odd, "")!, Spelling), Line));
        }
    }
}
