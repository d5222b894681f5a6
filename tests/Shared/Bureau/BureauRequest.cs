using System.Text.Json;

namespace OrderCheck.Tests;

/// <summary>What reached the bureau.</summary>
internal sealed record BureauRequest(string Path, byte[] Body, string? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Of a 3103: its warnings, "JR1 1 病情需要".</summary>
    public IEnumerable<string> Warnings() =>
        JsonDocument.Parse(Body).RootElement.GetProperty("input").GetProperty("data").GetProperty("warns").EnumerateArray()
            .Select(static one => $"{one.GetProperty("warn_rslt_id").GetString()} {one.GetProperty("dspo_way").GetString()} {one.GetProperty("dspo_way_rea").GetString()}".TrimEnd());
}
