namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>
/// The recorded operations around the use of the judged line; an operation recorded at midnight is one whose hour is not known.
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

    /// <summary>Full hours from the last such operation to the use, within 7 days; 0 where there is none. A day without an hour counts from its end.</summary>
    public abstract int HoursAfter(string procedures);

    /// <summary>Whether the use is within 24 hours before such an operation or 48 hours after it.</summary>
    public abstract bool Near(string procedures);

    /// <summary>Whether one of these diagnoses is recorded of the line's person, suspected or not.</summary>
    public abstract bool Infected(string diagnoses);

    private sealed class Nothing : OperationFacts
    {
        public override int? MinutesBefore(string procedures) => 0;

        public override int HoursAfter(string procedures) => 0;

        public override bool Near(string procedures) => false;

        public override bool Infected(string diagnoses) => false;
    }
}
