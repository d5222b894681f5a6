using System.Buffers;
using System.Text.Json;
using OrderCheck.Tests;

namespace OrderCheck.EndToEnd.Privacy;

/// <summary>Looks for patients in everything that a run has kept: as they are, and as JSON and addresses spell them.</summary>
internal static class LogSearch
{
    /// <summary>Each line that names a patient of the folder's lists; empty if none does.</summary>
    public static IReadOnlyList<string> Search(string folder) =>
        Search(Logs(folder), [.. Lists(folder).SelectMany(ReadLines).Where(static line => line.Length > 0)]);

    public static IReadOnlyList<string> Search(IEnumerable<string> files, IReadOnlyCollection<string> patients)
    {
        var needles = SearchValues.Create([.. patients.SelectMany(Spellings).Distinct(StringComparer.Ordinal)], StringComparison.OrdinalIgnoreCase);
        return [.. files.SelectMany(file => ReadLines(file)
            .Index()
            .Where(line => line.Item.AsSpan().ContainsAny(needles))
            .Select(line => $"{Path.GetFileName(file)}:{line.Index + 1}: {Around(line.Item, line.Item.AsSpan().IndexOfAny(needles))}"))];
    }

    /// <summary>Everything that is kept but the lists of patients.</summary>
    public static IReadOnlyList<string> Logs(string folder) =>
        [.. Directory.GetFiles(folder).Where(static file => !file.EndsWith(TestPatients.FileType, StringComparison.Ordinal))];

    public static IReadOnlyList<string> Lists(string folder) => Directory.GetFiles(folder, "*" + TestPatients.FileType);

    private static IEnumerable<string> Spellings(string patient) =>
        [patient, JsonEncodedText.Encode(patient).ToString(), Uri.EscapeDataString(patient)];

    private static string Around(string line, int at) => line[Math.Max(0, at - 120)..Math.Min(line.Length, at + 120)];

    /// <summary>Others may still be writing it.</summary>
    private static List<string> ReadLines(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            lines.Add(line);
        return lines;
    }
}
