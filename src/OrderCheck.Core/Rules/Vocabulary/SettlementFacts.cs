namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>
/// The settlement list (结算清单) that the hospital has ready, held against itself, the encounter's record and what was charged.
/// Each fact tells in words what does not fit, "" where all fits, null where it cannot be told: no list is reported, or it lacks
/// what is to be compared. Rule text calls it <c>settlement</c>.
/// </summary>
public abstract class SettlementFacts
{
    internal static readonly SettlementFacts None = new Nothing();

    /// <summary>Those of the fields that the list lacks, where the case applies; fields with 、 between them.</summary>
    public abstract string? Missing(string fields, string when);

    /// <summary>Whether the times of the stay and its days fit each other.</summary>
    public abstract string? TimesWrong { get; }

    /// <summary>Whether the age, in years and days, fits the date of birth.</summary>
    public abstract string? AgeWrong { get; }

    /// <summary>Whether each operation lies in the stay and ends after it began.</summary>
    public abstract string? OperationTimesWrong { get; }

    /// <summary>Whether each time in intensive care lies in the stay and ends after it began, and no two overlap.</summary>
    public abstract string? CareTimesWrong { get; }

    /// <summary>Whether the categories' amounts give the total, and each category's classes its amount.</summary>
    /// <param name="tolerance">Yuan by which they may differ.</param>
    public abstract string? SumsWrong(decimal tolerance);

    /// <summary>Whether what the funds, the account and the patient pay gives the total.</summary>
    public abstract string? PaymentsWrong(decimal tolerance);

    /// <summary>Where the list says otherwise than the encounter's registration.</summary>
    public abstract string? RegistrationDiffers { get; }

    /// <summary>Diagnoses that only one of the list and the encounter has, and another principal one.</summary>
    public abstract string? DiagnosesDiffer { get; }

    /// <summary>Operations that only one of the two has, or that were on another day.</summary>
    public abstract string? OperationsDiffer { get; }

    /// <summary>Whether the list's total is what was charged.</summary>
    public abstract string? TotalDiffers(decimal tolerance);

    /// <summary>Categories of which the list has another amount than was charged.</summary>
    public abstract string? CategoriesDiffer(decimal tolerance);

    /// <summary>Full hours since the discharge of a patient who has no list yet; 0 where there is one, or nobody was discharged.</summary>
    public abstract int HoursWithout { get; }

    private sealed class Nothing : SettlementFacts
    {
        public override int HoursWithout => 0;

        public override string? Missing(string fields, string when) => null;

        public override string? TimesWrong => null;

        public override string? AgeWrong => null;

        public override string? OperationTimesWrong => null;

        public override string? CareTimesWrong => null;

        public override string? SumsWrong(decimal tolerance) => null;

        public override string? PaymentsWrong(decimal tolerance) => null;

        public override string? RegistrationDiffers => null;

        public override string? DiagnosesDiffer => null;

        public override string? OperationsDiffer => null;

        public override string? TotalDiffers(decimal tolerance) => null;

        public override string? CategoriesDiffer(decimal tolerance) => null;
    }
}
