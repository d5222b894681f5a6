using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using OrderCheck.Core.Rules;

namespace OrderCheck.Ledger.Releases;

/// <summary>A rules folder as one blob: a tar archive under Brotli, which any machine can unpack without us.</summary>
internal static class ReleaseBlob
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The same folder gives the same bytes.</summary>
    public static byte[] Pack(RuleFolder folder)
    {
        var blob = new MemoryStream();
        using (var brotli = new BrotliStream(blob, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(brotli, TarEntryFormat.Pax))
        {
            foreach (var file in folder.Files)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, file.Path)
                {
                    ModificationTime = DateTimeOffset.UnixEpoch,
                    DataStream = new MemoryStream(Strict.GetBytes(file.Text), writable: false),
                });
            }
        }
        return blob.ToArray();
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
                files.Add(new RuleFile(entry.Name, Strict.GetString(text.GetBuffer().AsSpan(0, (int)text.Length))));
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
