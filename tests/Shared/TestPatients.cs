using System.Collections.Concurrent;

namespace OrderCheck.Tests;

/// <summary>The patients that the tests make up: what must never come out in a log of the run.</summary>
internal static class TestPatients
{
    /// <summary>Files of names and numbers, one a line, in the run's folder.</summary>
    public const string FileType = ".patients";

    /// <summary>A shorter text would be found by chance.</summary>
    private const int Shortest = 6;

    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);
    private static readonly Lock Writing = new();

    /// <summary>Names, psn_nos, identity and patient numbers that a test is about to use.</summary>
    public static void Add(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            if (Known.TryAdd(text, true))
                Keep(text);
    }

    private static void Keep(string text)
    {
        // A Chinese character is two places wide.
        if (text.Sum(static c => c > '\u2000' ? 2 : 1) < Shortest)
            throw new ArgumentException($"\"{text}\" is too short to be searched for in logs: give the test's patient a longer one.", nameof(text));
        if (RunLogs.Folder is not { } folder)
            return;
        lock (Writing)
            File.AppendAllText(Path.Combine(folder, $"{AppDomain.CurrentDomain.FriendlyName}-{Environment.ProcessId}{FileType}"), text + "\n");
    }
}
