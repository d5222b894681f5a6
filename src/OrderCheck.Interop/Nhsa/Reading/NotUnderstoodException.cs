namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>A value that cannot be understood; it ends the reading and becomes the <see cref="NhsaFault"/>.</summary>
internal sealed class NotUnderstoodException(string path, string message, long at) : Exception(message)
{
    public string Path { get; } = path;

    /// <summary>Byte offset in the body as UTF-8.</summary>
    public long At { get; } = at;
}
