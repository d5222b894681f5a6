using OrderCheck.Core.Encounters;

namespace OrderCheck.Core.Charges;

/// <summary>What is left of an encounter's charges after their refunds: each line with its remaining quantity and amount.</summary>
public static class NetCharges
{
    /// <returns>In the order in which they were recorded; what was taken back wholly is not among them.</returns>
    public static IReadOnlyList<Charge> Of(IEnumerable<RecordedFact> facts)
    {
        var lines = new List<Charge>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var charge in facts.Select(recorded => recorded.Fact).OfType<Charge>())
        {
            if (charge.RefundOf is null)
            {
                places[charge.Id] = lines.Count;
                lines.Add(charge);
            }
            else if (places.TryGetValue(charge.RefundOf, out var place))
            {
                var line = lines[place];
                lines[place] = line with { Quantity = line.Quantity + charge.Quantity, Amount = line.Amount + charge.Amount };
            }
        }
        lines.RemoveAll(static line => line.Quantity <= 0);
        return lines;
    }
}
