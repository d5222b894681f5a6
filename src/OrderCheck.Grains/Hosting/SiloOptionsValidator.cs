using System.Net;
using Microsoft.Extensions.Options;

namespace OrderCheck.Grains.Hosting;

/// <summary>Stops a start with settings that cannot work; each message names the setting.</summary>
public sealed class SiloOptionsValidator : IValidateOptions<SiloOptions>
{
    public ValidateOptionsResult Validate(string? name, SiloOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(SiloOptions options)
    {
        if (options.Redis is { } redis && string.IsNullOrWhiteSpace(redis))
            yield return $"{SiloOptions.Section}:{nameof(options.Redis)} is empty; it must be a Redis configuration string, or absent for one process alone.";
        if (options.Redis is not null && options.SiloPort == 0)
            yield return $"{SiloOptions.Section}:{nameof(options.SiloPort)} is 0; a cluster on Redis needs a fixed port that the other silos reach.";
        if (options.Redis is not null && options.AdvertisedAddress is null)
            yield return $"{SiloOptions.Section}:{nameof(options.AdvertisedAddress)} is absent; a cluster on Redis needs the address that the other silos reach.";
        if (options.SiloPort is < 0 or > 65535)
            yield return $"{SiloOptions.Section}:{nameof(options.SiloPort)} is {options.SiloPort}; it must be 0 to 65535.";
        if (options.AdvertisedAddress is { } address && !IPAddress.TryParse(address, out _))
            yield return $"{SiloOptions.Section}:{nameof(options.AdvertisedAddress)} is {address}; it must be an IP address.";
        if (string.IsNullOrWhiteSpace(options.ClusterId))
            yield return $"{SiloOptions.Section}:{nameof(options.ClusterId)} is empty; silos of one cluster share it.";
        if (string.IsNullOrWhiteSpace(options.ServiceId))
            yield return $"{SiloOptions.Section}:{nameof(options.ServiceId)} is empty; it stays the same over all upgrades.";
        if (options.IdleEncounter < TimeSpan.FromMinutes(1) || options.IdleEncounter > TimeSpan.FromDays(7))
            yield return $"{SiloOptions.Section}:{nameof(options.IdleEncounter)} is {options.IdleEncounter}; it must be 1 minute to 7 days.";
    }
}
