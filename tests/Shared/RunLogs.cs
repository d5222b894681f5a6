namespace OrderCheck.Tests;

/// <summary>
/// Where everything that is logged during a test run is kept until it has been searched for patients: the folder that
/// ORDERCHECK_TEST_LOGS names. Where it names none, nothing is kept.
/// </summary>
internal static class RunLogs
{
    public const string Variable = "ORDERCHECK_TEST_LOGS";

    private static int _files;

    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>A new log of this run; its writer may be used by many threads.</summary>
    /// <param name="source">Whose log, as part of a file's name.</param>
    public static TextWriter Open(string source)
    {
        if (Folder is not { } folder)
            return TextWriter.Null;
        var name = $"{AppDomain.CurrentDomain.FriendlyName}-{source}-{Environment.ProcessId}-{Interlocked.Increment(ref _files)}.log";
        var file = new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
        return TextWriter.Synchronized(new StreamWriter(file) { AutoFlush = true });
    }
}
