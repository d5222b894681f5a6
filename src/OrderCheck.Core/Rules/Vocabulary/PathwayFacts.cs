namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>
/// The clinical pathways that the patient is treated by, and where on them the judged line, or the whole stay, stands. Pathways
/// go by their code. An infant is on none. Rule text calls it <c>pathway</c>.
/// </summary>
public abstract class PathwayFacts
{
    internal static readonly PathwayFacts None = new Nothing();

    /// <summary>Whether the patient is on it at the use of the judged line; of the encounter as a whole, whether ever.</summary>
    public abstract bool Has(string pathway);

    /// <summary>As medical affairs calls it in the version of the day; its code where the rules do not know it.</summary>
    public abstract string Name(string pathway);

    /// <summary>The day of use, the day of admission being 1; null where no admission is known.</summary>
    public abstract int? StayDay { get; }

    /// <summary>The day of use, the day of the first of the pathway's operations being 0, of one that is arranged where none
    /// is done yet; null where none is known.</summary>
    public abstract int? OperationDay(string pathway);

    /// <summary>
    /// Whether the pathway has the line's item as required or optional on the day of use, in a row as particular as the one that is
    /// applied; null where that depends on an operation that is not recorded.
    /// </summary>
    public abstract bool? Lists(string pathway);

    /// <summary>Names of the preferred items of the row that the hospital has, with 、 between them; "" where it has none.</summary>
    public abstract string Preferred { get; }

    /// <summary>True; null where a signed order names a code that maps to no item: it may be of any.</summary>
    public abstract bool? OrdersRead { get; }

    /// <summary>
    /// Required items of days counted from the admission that have passed while the patient was here and on the pathway, of which
    /// nothing was ordered or charged; with their days, "" where there are none, null where no admission is known.
    /// </summary>
    /// <param name="controllable">Of the items that can be kept to, or of the others.</param>
    public abstract string? Omitted(string pathway, bool controllable);

    /// <summary>The same of days counted from the operation; null where there are such items and no operation is recorded.</summary>
    public abstract string? OmittedAroundOperation(string pathway, bool controllable);

    /// <summary>Both of them in one text, for the reader.</summary>
    public abstract string AllOmitted(string pathway, bool controllable);

    /// <summary>Whether it was last left before its end and nobody said why.</summary>
    public abstract bool LeftWithoutReason(string pathway);

    private sealed class Nothing : PathwayFacts
    {
        public override bool Has(string pathway) => false;

        public override string Name(string pathway) => pathway;

        public override int? StayDay => null;

        public override int? OperationDay(string pathway) => null;

        public override bool? Lists(string pathway) => false;

        public override string Preferred => "";

        public override bool? OrdersRead => true;

        public override string? Omitted(string pathway, bool controllable) => "";

        public override string? OmittedAroundOperation(string pathway, bool controllable) => "";

        public override string AllOmitted(string pathway, bool controllable) => "";

        public override bool LeftWithoutReason(string pathway) => false;
    }
}
