using OrderCheck.Core.Orders;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Lines of which each has an id of its own.</summary>
internal sealed class LineIdentities
{
    private readonly Dictionary<string, Order> _byId = new(StringComparer.Ordinal);

    public List<Order> Lines { get; } = [];

    /// <summary>Adds it, unless it is there already; one that shares another's id gets one beside it.</summary>
    /// <returns>The kind of deviation; null where there is none.</returns>
    public string? Add(Order line)
    {
        if (_byId.TryAdd(line.Id, line))
        {
            Lines.Add(line);
            return null;
        }
        if (_byId[line.Id] == line)
            return Deviations.SameLineTwice;
        for (var times = 0; ; times++)
        {
            var own = line with { Id = LineIds.OfShared(line, times) };
            if (_byId.TryAdd(own.Id, own))
            {
                Lines.Add(own);
                return Deviations.SharedLineId;
            }
            if (_byId[own.Id] == own)
                return Deviations.SameLineTwice;
        }
    }
}
