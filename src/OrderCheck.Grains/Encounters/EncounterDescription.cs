using OrderCheck.Core.Amounts;
using OrderCheck.Core.Budgets;

namespace OrderCheck.Grains.Encounters;

/// <summary>Where an encounter stands, from the ledger.</summary>
public sealed record EncounterDescription
{
    public required string VisitNumber { get; init; }

    /// <summary>What it rests on, 1 at least.</summary>
    public required long LedgerSequence { get; init; }

    /// <summary>False while its facts are parked and after a cancelled admission.</summary>
    public required bool Admitted { get; init; }
    public required bool Discharged { get; init; }
    public string? Department { get; init; }

    /// <summary>All charges less refunds.</summary>
    public required Money Total { get; init; }

    /// <summary>By NHSA med_chrgitm_type; "" where the category is not known.</summary>
    public required IReadOnlyDictionary<string, Money> ByCategory { get; init; }

    /// <summary>By NHSA chrgitm_lv; "" where the class is not known.</summary>
    public required IReadOnlyDictionary<string, Money> ByClass { get; init; }
    public required Money SelfPay { get; init; }
    public required Money OwnShare { get; init; }

    /// <summary>Null where no budget was given.</summary>
    public BudgetProgress? Budget { get; init; }

    /// <summary>Signed and neither stopped, cancelled, returned nor superseded.</summary>
    public required int ActiveOrders { get; init; }

    /// <summary>Recorded lines, refunds included.</summary>
    public required int ChargeLines { get; init; }

    /// <summary>The ledger could not be asked lately; the figures are of <see cref="LedgerSequence"/>.</summary>
    public bool MayBeStale { get; init; }
}
