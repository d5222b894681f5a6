using OrderCheck.Core.Findings;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>The order of a drug that is judged, beside the patient's other drugs. Rule text calls it <c>drug</c>.</summary>
public abstract class DrugFacts
{
    /// <summary>Sums count what is known of them, not null where something is not; rule text cannot read it.</summary>
    internal bool KnownPart { get; set; }

    /// <summary>What one execution gives, in that unit; null where dose, strength or a conversion is missing.</summary>
    public abstract decimal? SingleDose(string unit);

    /// <summary>
    /// What all orders of the drugs that the row is for give on the calendar day of use, in that unit; null where one of their
    /// doses or frequencies is not known.
    /// </summary>
    public abstract decimal? DailyDose(string unit);

    /// <summary>
    /// Whether the order is for use on every day, once or more: no skin test, no single dose, no frequency over days. An unknown
    /// frequency is none of these.
    /// </summary>
    public abstract bool EveryDay { get; }

    /// <summary>
    /// What the orders of the drugs that the row is for give on a whole day by their frequencies, in that unit: the first and the
    /// last day of an order may have fewer executions. Null where a dose or a frequency is not known.
    /// </summary>
    public abstract decimal? FullDayDose(string unit);

    /// <summary>Days that the prescription lasts: as ordered, or quantity ÷ daily dose where that is more; null where neither is known.</summary>
    public abstract int? SupplyDays { get; }

    /// <summary>Whether another order of the same generic name is in use in the time of this one.</summary>
    public abstract bool SameNameInUse();

    /// <summary>Generic names of the row's class in use at the time of use, this one's with them.</summary>
    public abstract int KindsInUse();

    /// <summary>The other drug of the last hit; "" where there was none.</summary>
    public abstract string OtherName { get; }

    /// <summary>The other order of the last hit; rule text cannot read it.</summary>
    public abstract Party? Counterpart { get; }
}
