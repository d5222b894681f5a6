using OrderCheck.Core.Findings;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>Facts that a test sets by hand, the functions among them as plain values.</summary>
public sealed class CaseFacts
{
    public decimal? OnDayIs { get; set; }
    public decimal? InHoursIs { get; set; }
    public decimal? InDaysIs { get; set; }
    public decimal? InWeekIs { get; set; }
    public decimal? InMonthIs { get; set; }
    public decimal? InYearIs { get; set; }
    public decimal? EarlierInYearIs { get; set; }
    public decimal? InStayIs { get; set; }
    public decimal? UpToDayIs { get; set; }
    public decimal? InWindowIs { get; set; }
    public decimal OfPerItemIs { get; set; }
    public int DistinctDaysIs { get; set; }
    public int DistinctDaysInIs { get; set; }
    public int SpanDaysIs { get; set; }
    public int? DaysSinceLastIs { get; set; }
    public string? OtherWithin { get; set; }
    public bool? OtherMissing { get; set; }
    public decimal? OtherQuantity { get; set; }
    public decimal? OwnQuantity { get; set; }
    public int OtherKinds { get; set; }
    public bool OwnOrder { get; set; }
    public bool? OrderedInstead { get; set; }
    public bool? Undiscounted { get; set; }
    public decimal? OwnPriceShare { get; set; }
    public int? PiecesAre { get; set; }
    public decimal? GramsOfItemAre { get; set; }
    public decimal? GramsPerSetAre { get; set; }
    public decimal? GramsAre { get; set; }
    public bool? OnlyListedPiecesIs { get; set; }

    public bool? DiagnosisMeetsIs { get; set; }
    public bool? DiagnosisPresentIs { get; set; }
    public bool? AllergyPresentIs { get; set; }
    public bool? FirstLineUsedIs { get; set; }
    public bool FirstLineNotToleratedIs { get; set; }
    public string? SignerTitleIs { get; set; }
    public string? SignerDepartmentIs { get; set; }
    public bool? SignerHoldsIs { get; set; }
    public string? PlaceIs { get; set; }
    public bool ConsentRecordedIs { get; set; }
    public int? DrugKindsIs { get; set; }

    public decimal? SingleDoseIs { get; set; }
    public decimal? DailyDoseIs { get; set; }
    public int? SupplyDaysIs { get; set; }
    public bool SameNameInUseIs { get; set; }
    public int KindsInUseIs { get; set; }

    public RuleFacts Of(KnowledgeRow limit, Action<RuleFacts>? more = null)
    {
        var facts = new RuleFacts(new Use(this), new Other(this), new Prescription(this))
        {
            History = HistoryIs,
            Limit = limit,
            Drug = new DrugOrder(this),
            Diagnosis = new Diagnoses(this),
            Allergy = new Allergies(this),
            FirstLine = new FirstLineItems(this),
            Signer = new Doctor(this),
            Place = new Places(this),
            Consent = new Agreement(this),
            DrugList = new DrugList(this),
        };
        facts.Item.Code = limit.ItemCode;
        facts.Item.Name = limit.ItemName;
        more?.Invoke(facts);
        return facts;
    }

    /// <summary>Known, and without any use elsewhere, where a test says nothing.</summary>
    internal KnownHistory HistoryIs { get; } = new();

    public sealed class Use(CaseFacts facts) : UseFacts
    {
        public override decimal? OnDay() => facts.OnDayIs;

        public override decimal? InHours(int hours) => facts.InHoursIs;

        public override decimal? InDays(int days) => facts.InDaysIs;

        public override decimal? InWeek() => facts.InWeekIs;

        public override decimal? InMonth() => facts.InMonthIs;

        public override decimal? InYear() => facts.InYearIs;

        public override decimal? EarlierInYear() => facts.EarlierInYearIs;

        public override decimal? InStay() => facts.InStayIs;

        public override decimal? UpToDay() => facts.UpToDayIs;

        public override decimal? InWindow(string window, int days) => facts.InWindowIs;

        public override decimal OfPerItem(string window, int days) => facts.OfPerItemIs;

        public override int DistinctDays() => facts.DistinctDaysIs;

        public override int DistinctDaysIn(int days) => facts.DistinctDaysInIs;

        public override int SpanDays() => facts.SpanDaysIs;

        public override int? DaysSinceLast() => facts.DaysSinceLastIs;
    }

    public sealed class DrugOrder(CaseFacts facts) : DrugFacts
    {
        public override Party? Counterpart => null;

        public override string OtherName => "乙药品";

        public override int? SupplyDays => facts.SupplyDaysIs;

        public override decimal? SingleDose(string unit) => facts.SingleDoseIs;

        public override decimal? DailyDose(string unit) => facts.DailyDoseIs;

        public override bool SameNameInUse() => facts.SameNameInUseIs;

        public override int KindsInUse() => facts.KindsInUseIs;

        public override bool EveryDay => facts.SameNameInUseIs;

        public override decimal? FullDayDose(string unit) => facts.DailyDoseIs;
    }

    public sealed class Other(CaseFacts facts) : OtherFacts
    {
        public override Party? Counterpart => null;

        public override bool Within(string window) => facts.OtherWithin == window;

        public override bool? Missing(string window) => facts.OtherMissing;

        public override decimal? Quantity(string window) => facts.OtherQuantity;

        public override decimal? OwnQuantity(string window) => facts.OwnQuantity;

        public override int Kinds(string window) => facts.OtherKinds;

        public override string Names(string window) => "乙项目、丙项目";

        public override bool OwnOrder => facts.OwnOrder;

        public override bool? OrderedInstead => facts.OrderedInstead;

        public override bool? UndiscountedWithin(string window) => facts.Undiscounted;

        public override decimal? OwnPriceShare => facts.OwnPriceShare;
    }

    public sealed class Prescription(CaseFacts facts) : PrescriptionFacts
    {
        public override bool? OnlyListedPieces => facts.OnlyListedPiecesIs;

        public override int? Pieces => facts.PiecesAre;

        public override decimal? GramsOfItem => facts.GramsOfItemAre;

        public override decimal? GramsPerSet => facts.GramsPerSetAre;

        public override decimal? Grams => facts.GramsAre;
    }

    public sealed class Diagnoses(CaseFacts facts) : DiagnosisFacts
    {
        public override bool? Meets(string position, string certainty) => facts.DiagnosisMeetsIs;

        public override bool? Present => facts.DiagnosisPresentIs;
    }

    public sealed class Allergies(CaseFacts facts) : AllergyFacts
    {
        public override bool? Present => facts.AllergyPresentIs;
    }

    public sealed class FirstLineItems(CaseFacts facts) : FirstLineFacts
    {
        public override bool? Used(int withinDays) => facts.FirstLineUsedIs;

        public override bool NotTolerated => facts.FirstLineNotToleratedIs;
    }

    public sealed class Doctor(CaseFacts facts) : SignerFacts
    {
        public override string? Title => facts.SignerTitleIs;

        public override string? Department => facts.SignerDepartmentIs;

        public override bool? Holds(string licence) => facts.SignerHoldsIs;

        public override bool? DoerHolds(string licence) => facts.SignerHoldsIs;
    }

    public sealed class Places(CaseFacts facts) : PlaceFacts
    {
        public override string? Of(string whose) => facts.PlaceIs;
    }

    public sealed class Agreement(CaseFacts facts) : ConsentFacts
    {
        public override bool Recorded => facts.ConsentRecordedIs;
    }

    public sealed class DrugList(CaseFacts facts) : DrugListFacts
    {
        public override int? Kinds(string scope) => facts.DrugKindsIs;
    }
}
