using OrderCheck.EndToEnd.Servers;

namespace OrderCheck.EndToEnd.Nhsa;

/// <summary>
/// Servers of tests about what is said, not how soon: the first check of a process on a busy machine can take longer than a doctor
/// would wait, and is then rightly answered as not checked.
/// </summary>
internal static class Unhurried
{
    public static Task<OwnServer> StartAsync(string? data = null, params string[] options) =>
        OwnServer.StartAsync(data, [.. options, "--check-milliseconds", "10000"]);
}
