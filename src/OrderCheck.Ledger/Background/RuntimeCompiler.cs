using System.Globalization;

namespace OrderCheck.Ledger.Background;

/// <summary>
/// The runtime's thread that compiles anew what is called often. While much runs for the first time it is busy for seconds, some milliseconds at
/// a stretch, and is as nice as whoever answers; .NET gives no hold on it, so it is found by its name.
/// </summary>
public static class RuntimeCompiler
{
    private const int OfThis = 19;

    /// <summary>What Linux keeps of ".NET Tiered Compilation Worker".</summary>
    private const string Name = ".NET Tiered Com";

    /// <summary>It ends when it has nothing to do for some seconds; the next one is as nice as any thread.</summary>
    public static void GiveWay()
    {
        if (!OperatingSystem.IsLinux())
            return;
        foreach (var thread in Directory.EnumerateDirectories("/proc/self/task"))
        {
            if (NameOf(thread) == Name)
                Niceness.SetOf(uint.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), OfThis);
        }
    }

    private static string? NameOf(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "comm")).TrimEnd();
        }
        catch (IOException)
        {
            return null;
        }
    }
}
