using OrderCheck.Ledger.Relay;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>What is to be said of earlier requests about a visit.</summary>
/// <param name="Rows">That came too late for their own answers.</param>
/// <param name="Lost">Requests whose answer was announced and never came: the bureau failed, or the process was killed.</param>
internal sealed record LateNews(IReadOnlyList<LateRows> Rows, IReadOnlyList<LateRows> Lost)
{
    public static LateNews None { get; } = new([], []);

    public IEnumerable<long> Numbers => Rows.Concat(Lost).Select(static one => one.Number);
}
