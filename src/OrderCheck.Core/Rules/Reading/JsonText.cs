using System.Text;

namespace OrderCheck.Core.Rules.Reading;

/// <summary>A file's bytes, with the place of each in lines and columns of characters.</summary>
internal sealed class JsonText
{
    private readonly string _path;
    private readonly int[] _lineStarts;

    public JsonText(RuleFile file)
    {
        _path = file.Path;
        Bytes = Encoding.UTF8.GetBytes(file.Text.TrimStart('\uFEFF'));
        _lineStarts = [0, .. Enumerable.Range(0, Bytes.Length).Where(i => Bytes[i] == '\n').Select(i => i + 1)];
    }

    public byte[] Bytes { get; }

    /// <param name="at">Byte offset.</param>
    public Fault FaultAt(long at, string message)
    {
        var line = Array.BinarySearch(_lineStarts, (int)at);
        line = line >= 0 ? line : ~line - 1;
        return FaultAt(line, (int)at - _lineStarts[line], message);
    }

    /// <param name="line">From 0.</param>
    /// <param name="bytesInLine">Bytes before the place.</param>
    public Fault FaultAt(long line, long bytesInLine, string message)
    {
        var start = _lineStarts[Math.Min((int)line, _lineStarts.Length - 1)];
        var length = Math.Min((int)bytesInLine, Bytes.Length - start);
        return new Fault(_path, (int)line + 1, Encoding.UTF8.GetCharCount(Bytes, start, length) + 1, message);
    }
}
