using System.Text;
using System.Text.Unicode;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Ledger.Releases;

/// <summary>Reads a rules folder from the disk: every .json and .csv file in it, in the order of their paths.</summary>
public static class RuleFolderReader
{
    /// <summary>A larger file is a mistake: the whole of NHSA's published knowledge is under 20 MB, a table of a million rows under 250.</summary>
    private const long LargestFile = 256L * 1024 * 1024;

    private const int Piece = 1 << 18;
    private const int LongestCharacter = 4;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A file that cannot be read, or is not UTF-8, is one of the folder's <see cref="RuleFolder.ReadFaults"/> and is left out.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static RuleFolder Read(string dir)
    {
        var files = new List<RuleFile>();
        var faults = new List<Fault>();
        foreach (var path in Directory.EnumerateFiles(dir, "*", SearchOption.AllDirectories).Where(IsRuleFile).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(dir, path).Replace(Path.DirectorySeparatorChar, '/');
            if (BytesOf(path, name, faults) is { } bytes && IsUtf8(bytes, name, faults))
                files.Add(new RuleFile(name, bytes));
        }
        return new RuleFolder(files) { ReadFaults = faults };
    }

    private static byte[]? BytesOf(string path, string name, List<Fault> faults)
    {
        try
        {
            if (new FileInfo(path).Length <= LargestFile)
                return Bytes(path);
            faults.Add(new Fault(name, 0, 0, $"The file is over {LargestFile} bytes."));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Open in somebody's spreadsheet, without permission, a link to nowhere.
            faults.Add(new Fault(name, 0, 0, "The file can't be read: another program has it, or this one may not read it."));
        }
        return null;
    }

    private static bool IsRuleFile(string path) =>
        Path.GetExtension(path) is ".json" or ".csv";

    /// <summary>As <see cref="File.ReadAllBytes(string)"/>, a piece at a time.</summary>
    private static byte[] Bytes(string path)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var bytes = GC.AllocateUninitializedArray<byte>(checked((int)RandomAccess.GetLength(file)));
        var at = 0;
        while (at < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(at, Math.Min(Piece, bytes.Length - at)), at) is > 0 and var read)
        {
            Courtesy.Pause();
            at += read;
        }
        // Somebody shortened it meanwhile.
        return at == bytes.Length ? bytes : bytes[..at];
    }

    /// <summary>Cut where a character begins.</summary>
    private static bool IsValid(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > Piece)
        {
            var cut = Piece;
            while (cut > Piece - LongestCharacter && (bytes[cut] & 0xC0) == 0x80)
                cut--;
            if (!Utf8.IsValid(bytes[..cut]))
                return false;
            bytes = bytes[cut..];
            Courtesy.Pause();
        }
        return Utf8.IsValid(bytes);
    }

    private static bool IsUtf8(byte[] bytes, string name, List<Fault> faults)
    {
        // No string is made of a good file.
        if (IsValid(bytes))
            return true;
        try
        {
            Strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException failure)
        {
            var before = bytes.AsSpan(0, Math.Min(failure.Index, bytes.Length));
            var line = before.Count((byte)'\n') + 1;
            var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
            faults.Add(new Fault(name, line, column, "The file is not UTF-8 here. Save it as UTF-8."));
            return false;
        }
    }
}
