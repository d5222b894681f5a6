using System.Runtime.InteropServices;

namespace OrderCheck.Ledger.Background;

/// <summary>.NET leaves threads of Linux at their niceness, whatever their priority.</summary>
internal static class Niceness
{
    private const int OfThread = 0;
    private const uint Itself = 0;

    /// <summary>
    /// How long a thread that gives way may go on when somebody else wakes, in nanoseconds: Linux from 6.6 on leaves whoever runs a slice of
    /// some milliseconds, however nice it is, and a check would wait for that several times on its way.
    /// </summary>
    private const ulong Slice = 100_000;

    /// <summary>For the rest of the calling thread's life. Where it is refused, the thread works as any other.</summary>
    public static void Set(int niceness)
    {
        if (OperatingSystem.IsLinux())
            _ = SetPriority(OfThread, Itself, niceness);
    }

    /// <summary>Of another thread of this process, by the kernel's number of it.</summary>
    public static void SetOf(uint thread, int niceness) => _ = SetPriority(OfThread, thread, niceness);

    /// <summary>As <see cref="Set"/>, and with short slices where the kernel has them: from 6.12 on.</summary>
    public static void GiveWay(int niceness)
    {
        if (OperatingSystem.IsLinux() && !SetAttributes(niceness))
            Set(niceness);
    }

    private static bool SetAttributes(int niceness)
    {
        var attributes = new SchedulingAttributes { Size = (uint)Marshal.SizeOf<SchedulingAttributes>(), Nice = niceness, Runtime = Slice };
        long? call = RuntimeInformation.ProcessArchitecture switch { Architecture.X64 => 314, Architecture.Arm64 => 274, _ => null };
        return call is { } number && SetAttributes(number, 0, attributes, 0) == 0;
    }

    /// <summary>libc has no sched_setattr of its own.</summary>
    [DllImport("libc", EntryPoint = "syscall")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long SetAttributes(long call, long thread, in SchedulingAttributes attributes, long flags);

    /// <summary>Linux takes 0 for the calling thread, not for its process.</summary>
    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int niceness);

    /// <summary>Linux's struct sched_attr in its first version; what is 0 of it, such as the usual policy, has no field here.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 48)]
    private struct SchedulingAttributes
    {
        [FieldOffset(0)]
        public uint Size;
        [FieldOffset(16)]
        public int Nice;
        [FieldOffset(24)]
        public ulong Runtime;
    }
}
