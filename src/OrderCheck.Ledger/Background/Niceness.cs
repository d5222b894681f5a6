using System.Runtime.InteropServices;

namespace OrderCheck.Ledger.Background;

/// <summary>.NET leaves threads of Linux at their niceness, whatever their priority.</summary>
internal static class Niceness
{
    private const int OfThread = 0;
    private const uint Itself = 0;

    /// <summary>For the rest of the calling thread's life. Where it is refused, the thread works as any other.</summary>
    public static void Set(int niceness)
    {
        if (OperatingSystem.IsLinux())
            _ = SetPriority(OfThread, Itself, niceness);
    }

    /// <summary>Linux takes 0 for the calling thread, not for its process.</summary>
    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int niceness);
}
