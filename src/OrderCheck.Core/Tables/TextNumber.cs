namespace OrderCheck.Core.Tables;

/// <summary>The number of a text in a pool; -1: it is to be looked up like any other.</summary>
internal delegate int TextNumber(ReadOnlySpan<byte> text);
