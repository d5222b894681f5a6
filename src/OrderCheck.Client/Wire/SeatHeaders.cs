namespace OrderCheck.Client.Wire;

/// <summary>The headers that say who calls.</summary>
internal sealed class SeatHeaders(string apiKey, string hospital)
{
    /// <summary>Values are percent-encoded: some hospitals' codes are not ASCII, and no code can then break a header.</summary>
    public IEnumerable<KeyValuePair<string, string>> For(Seat seat)
    {
        yield return new("x-api-key", apiKey);
        foreach (var (name, value) in new[]
        {
            ("x-oc-hospital", hospital), ("x-oc-role", seat.Role), ("x-oc-department", seat.Department), ("x-oc-person", seat.Person),
        })
        {
            if (value.Length > 0)
                yield return new(name, Uri.EscapeDataString(value));
        }
    }
}
