namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>The encounter as events tell it, at the time of the check. Rule text calls it <c>stay</c>.</summary>
public abstract class StayFacts
{
    internal static readonly StayFacts Unknown = new Nothing();

    /// <summary>Full hours since admission; null where no admission is known.</summary>
    public abstract int? HoursSinceAdmission { get; }

    /// <summary>Calendar day, 2026-03-02.</summary>
    public abstract string? AdmittedOn { get; }

    /// <summary>Calendar day; null while the patient stays.</summary>
    public abstract string? DischargedOn { get; }

    /// <summary>Whether it is recorded: 险种, 医保登记, 患者主索引, 性别, 出生日期, 科室 or 主治医师.</summary>
    public abstract bool Knows(string what);

    /// <summary>
    /// Calendar days that the judged charge lies outside the stay, 入院前, 出院后 or 请假, where that is more than the widest
    /// window allows; else 0.
    /// </summary>
    public abstract int DaysOutside(string side);

    /// <summary>What the widest window for the charge's item and the kind of visit allows.</summary>
    public abstract int WindowDays(string side);

    /// <summary>What the charge is outside of, "入院日期2026-03-02"; null where that is not known.</summary>
    public abstract string? Boundary(string side);

    /// <summary>The charge's calendar day; null where no charge is judged.</summary>
    public abstract string? ChargedOn { get; }

    /// <summary>
    /// Whole days of the stay, neither that of the admission nor that of the discharge nor one of leave, on which nothing is charged
    /// to the patient but such items; null where no admission is known.
    /// </summary>
    /// <param name="items">Codes and prefixes with | between them; null: none.</param>
    public abstract int? DaysWithout(string? items);

    /// <summary>The most of these days that follow one another.</summary>
    public abstract int? LongestWithout(string? items);

    /// <summary>Whether nothing of such items is charged to the patient; null where something is charged that no table has.</summary>
    public abstract bool? IsWithout(string? items);

    private sealed class Nothing : StayFacts
    {
        public override bool? IsWithout(string? items) => null;

        public override int? DaysWithout(string? items) => null;

        public override int? LongestWithout(string? items) => null;

        public override int? HoursSinceAdmission => null;

        public override string? AdmittedOn => null;

        public override string? DischargedOn => null;

        public override bool Knows(string what) => false;

        public override int DaysOutside(string side) => 0;

        public override int WindowDays(string side) => 0;

        public override string? Boundary(string side) => null;

        public override string? ChargedOn => null;
    }
}
