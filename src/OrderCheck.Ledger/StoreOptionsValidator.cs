using Microsoft.Extensions.Options;
using Npgsql;

namespace OrderCheck.Ledger;

/// <summary>Stops a start with settings that cannot work; each message names the setting.</summary>
public sealed class StoreOptionsValidator : IValidateOptions<StoreOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(StoreOptions options)
    {
        if (!Enum.IsDefined(options.Kind))
            yield return $"{StoreOptions.Section}:{nameof(options.Kind)} is {options.Kind}; it must be Sqlite or Postgres.";
        if (options.Kind == StoreKind.Sqlite && string.IsNullOrWhiteSpace(options.DataDirectory))
            yield return $"{StoreOptions.Section}:{nameof(options.DataDirectory)} is empty; it must name a folder.";
        if (options.Kind == StoreKind.Postgres && ConnectionFault(options.ConnectionString) is { } fault)
            yield return $"{StoreOptions.Section}:{nameof(options.ConnectionString)} {fault}";
        if (options.AppendQueue is < 1 or > 100_000)
            yield return $"{StoreOptions.Section}:{nameof(options.AppendQueue)} is {options.AppendQueue}; it must be 1 to 100000.";
        if (options.BatchUnits is < 1 or > 4096)
            yield return $"{StoreOptions.Section}:{nameof(options.BatchUnits)} is {options.BatchUnits}; it must be 1 to 4096.";
        if (options.CheckQueue is < 1 or > 1_000_000)
            yield return $"{StoreOptions.Section}:{nameof(options.CheckQueue)} is {options.CheckQueue}; it must be 1 to 1000000.";
        if (options.LockTimeout < TimeSpan.FromMilliseconds(10) || options.LockTimeout > TimeSpan.FromSeconds(30))
            yield return $"{StoreOptions.Section}:{nameof(options.LockTimeout)} is {options.LockTimeout}; it must be 10 ms to 30 s.";
    }

    /// <summary>Never repeats the text: it may hold a password.</summary>
    private static string? ConnectionFault(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "is empty; it must be an Npgsql connection string.";
        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(text);
            return string.IsNullOrEmpty(parsed.Host) ? "names no Host." : null;
        }
        catch (ArgumentException)
        {
            return "is not an Npgsql connection string (Host=…;Database=…;Username=…).";
        }
    }
}
