namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>
/// The operations around the use of the judged line: recorded, arranged, or asked for by an order. One at midnight is one whose
/// hour is not known.
/// Code lists are as with <see cref="CodingFacts"/>. Rule text calls it <c>operation</c>.
/// </summary>
public abstract class OperationFacts
{
    internal static readonly OperationFacts None = new Nothing();

    /// <summary>
    /// Minutes from the use to the next such operation, where that begins within 24 hours; 0 where there is none, null where its
    /// hour is not known.
    /// </summary>
    public abstract int? MinutesBefore(string procedures);

    /// <summary>Whether such an operation begins within less than so many minutes of the use, or with it; null where its hour is not known.</summary>
    /// <param name="minutes">Null: none is asked for.</param>
    public abstract bool? TooShortBefore(string procedures, int? minutes);

    /// <summary>
    /// Minutes to the use from the beginning of the last such operation, where that was within 24 hours; 0 where there is none, null
    /// where its hour is not known.
    /// </summary>
    public abstract int? MinutesAfter(string procedures);

    /// <summary>Whether an item with that beginning of its code was used, or is planned, in the 24 hours before the operation of <see cref="MinutesAfter"/>.</summary>
    public abstract bool GivenBefore(string procedures, string items);

    /// <summary>
    /// Full hours to the use from the end of the last such operation, within 7 days, from its beginning where the end is not known;
    /// 0 where there is none. A day without an hour counts from its end.
    /// </summary>
    public abstract int HoursAfter(string procedures);

    /// <summary>What the hours are counted from.</summary>
    public abstract string Since(string procedures);

    /// <summary>Whether the use is within 24 hours before such an operation or 48 hours after it.</summary>
    public abstract bool Near(string procedures);

    /// <summary>Whether one of these diagnoses is recorded of the line's person, suspected or not.</summary>
    public abstract bool Infected(string diagnoses);

    private sealed class Nothing : OperationFacts
    {
        public override int? MinutesBefore(string procedures) => 0;

        public override bool? TooShortBefore(string procedures, int? minutes) => false;

        public override int? MinutesAfter(string procedures) => 0;

        public override bool GivenBefore(string procedures, string items) => false;

        public override int HoursAfter(string procedures) => 0;

        public override string Since(string procedures) => "";

        public override bool Near(string procedures) => false;

        public override bool Infected(string diagnoses) => false;
    }
}
