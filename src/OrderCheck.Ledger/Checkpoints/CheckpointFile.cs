using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OrderCheck.Ledger.Checkpoints;

/// <summary>
/// One checkpoint as a text file: the <see cref="Checkpoint"/> as JSON, a line for each head, and the digest of all that
/// stands above it, which the next file repeats.
/// </summary>
internal static class CheckpointFile
{
    private const string DigestPrefix = "sha256 ";
    private const string Extension = ".checkpoint";

    public static string NameOf(string chain, int number) => string.Create(CultureInfo.InvariantCulture, $"{chain}-{number:D8}{Extension}");

    /// <summary>The files of each chain in the folder, by number.</summary>
    public static IReadOnlyList<(string Chain, SortedDictionary<int, string> Files)> Chains(string folder)
    {
        var chains = new SortedDictionary<string, SortedDictionary<int, string>>(StringComparer.Ordinal);
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + Extension) : [])
        {
            if (Path.GetFileNameWithoutExtension(path).Split('-') is not [var chain, var text] || !int.TryParse(text, CultureInfo.InvariantCulture, out var number))
                continue;
            if (!chains.TryGetValue(chain, out var files))
                chains[chain] = files = [];
            files[number] = path;
        }
        return [.. chains.Select(chain => (chain.Key, chain.Value))];
    }

    /// <summary>Writes it under another name first: under its own it is whole, and never over another.</summary>
    /// <returns>Its digest.</returns>
    /// <exception cref="IOException">It cannot be written, or there is one of that number.</exception>
    public static string Write(string folder, Checkpoint checkpoint, IEnumerable<CheckpointLine> lines)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, NameOf(checkpoint.Chain, checkpoint.Number));
        var half = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
            {
                void Put(string line)
                {
                    var bytes = Encoding.UTF8.GetBytes(line + '\n');
                    hash.AppendData(bytes);
                    file.Write(bytes);
                }

                Put(JsonSerializer.Serialize(checkpoint));
                foreach (var line in lines)
                    Put(line.ToString());
                var digest = Convert.ToHexStringLower(hash.GetCurrentHash());
                Put(DigestPrefix + digest);
                file.Flush(flushToDisk: true);
                file.Close();
                File.Move(half, path, overwrite: false);
                return digest;
            }
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <summary>Reads it line by line.</summary>
    /// <param name="head">Is given each line, before the digest is known to be right.</param>
    /// <exception cref="InvalidDataException">It is not as it was written.</exception>
    public static async Task<(Checkpoint Checkpoint, string Digest)> ReadAsync(
        string path, Func<Checkpoint, CheckpointLine, Task> head, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var reader = new StreamReader(path, Encoding.UTF8);
        var first = await reader.ReadLineAsync(cancellation) ?? "";
        var checkpoint = Header(first, path);
        hash.AppendData(Encoding.UTF8.GetBytes(first + '\n'));
        while (await reader.ReadLineAsync(cancellation) is { } text)
        {
            if (text.StartsWith(DigestPrefix, StringComparison.Ordinal))
            {
                var digest = Convert.ToHexStringLower(hash.GetHashAndReset());
                return text == DigestPrefix + digest && await reader.ReadLineAsync(cancellation) is null
                    ? (checkpoint, digest)
                    : throw new InvalidDataException($"{Path.GetFileName(path)} was changed: it has another digest than its last line says.");
            }
            hash.AppendData(Encoding.UTF8.GetBytes(text + '\n'));
            await head(checkpoint, CheckpointLine.Parse(text) ?? throw new InvalidDataException($"{Path.GetFileName(path)} was changed: a line of it is no head."));
        }
        throw new InvalidDataException($"{Path.GetFileName(path)} was changed: its end is missing.");
    }

    private static Checkpoint Header(string line, string path)
    {
        try
        {
            if (JsonSerializer.Deserialize<Checkpoint>(line) is { Store: not null, Chain: not null, Previous: not null } checkpoint)
                return checkpoint;
        }
        catch (JsonException)
        {
            // The same as a first line that is JSON of something else.
        }
        throw new InvalidDataException($"{Path.GetFileName(path)} was changed: its first line is no checkpoint.");
    }
}
