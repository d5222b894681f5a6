using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using OrderCheck.Core.Rules;

namespace OrderCheck.Ledger.Releases;

/// <summary>A rules folder as one blob: a tar archive under Brotli, which any machine can unpack without us.</summary>
internal static class ReleaseBlob
{
    /// <summary>The same folder gives the same bytes.</summary>
    public static byte[] Pack(RuleFolder folder)
    {
        var blob = new MemoryStream();
        Pack(folder, blob);
        return blob.ToArray();
    }

    /// <summary>The same, written where it is to lie.</summary>
    public static void Pack(RuleFolder folder, Stream blob)
    {
        using (var brotli = new BrotliStream(blob, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(brotli, TarEntryFormat.Pax))
        {
            foreach (var file in folder.Files)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, file.Path)
                {
                    ModificationTime = DateTimeOffset.UnixEpoch,
                    DataStream = StreamOf(file.Utf8),
                });
            }
        }
    }

    /// <param name="hash">What the files must hash to.</param>
    /// <param name="place">Where the blob lies, for the message.</param>
    /// <exception cref="InvalidDataException">The blob is not what was kept under that hash.</exception>
    public static RuleFolder Unpack(Stream blob, string hash, string place)
    {
        var folder = new RuleFolder(Read(blob, place));
        return ReleaseBuilder.HashOf(folder) == hash
            ? folder
            : throw new InvalidDataException($"The archived release {place} is damaged: its files are not those of {hash}.");
    }

    private static CourteousStream StreamOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array) ? new CourteousStream(array.Array!, array.Offset, array.Count) : new CourteousStream(bytes.ToArray(), 0, bytes.Length);

    private static List<RuleFile> Read(Stream blob, string place)
    {
        try
        {
            var files = new List<RuleFile>();
            using var brotli = new BrotliStream(blob, CompressionMode.Decompress);
            using var tar = new TarReader(brotli);
            while (tar.GetNextEntry() is { } entry)
            {
                using var text = new MemoryStream();
                entry.DataStream?.CopyTo(text);
                if (!Utf8.IsValid(text.GetBuffer().AsSpan(0, (int)text.Length)))
                    throw new InvalidDataException($"The archived release {place} is damaged: {entry.Name} is not UTF-8.");
                files.Add(new RuleFile(entry.Name, text.ToArray()));
            }
            return files;
        }
        // What the decompressor, the tar reader and the decoder say to bytes that are not theirs.
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"The archived release {place} is damaged: it cannot be unpacked.", e);
        }
    }
}
