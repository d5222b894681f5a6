using System.Runtime.InteropServices;

namespace OrderCheck.Ledger.Releases;

/// <summary>
/// Long work that nobody at a screen waits for, such as making a release of a million rows: on a thread of its own that gives way to those that
/// answer, wherever they want its processor.
/// </summary>
public static class Unhurried
{
    private const int OfThread = 0;
    private const uint Itself = 0;

    /// <summary>About a ninth of what a thread of the usual niceness gets where both want one processor.</summary>
    private const int Niceness = 10;

    /// <summary>
    /// How long it may go on when somebody else wakes, in nanoseconds: Linux from 6.6 on leaves whoever runs a slice of some milliseconds, however nice
    /// it is, and a check would wait for that several times on its way.
    /// </summary>
    private const ulong Slice = 100_000;

    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(work, done)) { IsBackground = true, Name = "unhurried", Priority = ThreadPriority.BelowNormal };
        thread.Start();
        return done.Task;
    }

    private static void Run<T>(Func<T> work, TaskCompletionSource<T> done)
    {
        // .NET leaves threads of Linux at their niceness, whatever their priority. Where it is refused, the work is done all the same.
        if (OperatingSystem.IsLinux() && !GivesWay())
            _ = SetPriority(OfThread, Itself, Niceness);
        try
        {
            done.SetResult(work());
        }
        // Whatever it is, it is the caller's, who awaits the task.
        catch (Exception failure)
        {
            done.SetException(failure);
        }
    }

    /// <summary>Niceness and slice at once; kernels before 6.12 take no slice, and leave it out.</summary>
    private static bool GivesWay()
    {
        var attributes = new SchedulingAttributes { Size = (uint)Marshal.SizeOf<SchedulingAttributes>(), Nice = Niceness, Runtime = Slice };
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
