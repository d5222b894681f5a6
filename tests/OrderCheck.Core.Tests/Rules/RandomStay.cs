using CsCheck;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>Rows about the encounter as a whole at random, and facts of the stay that they meet and miss.</summary>
internal static class RandomStay
{
    public static Gen<Action<RuleFacts>> Facts =>
        Gen.Select(Gen.Int[0, 60], Gen.Bool, Gen.Bool.Array[7], Gen.Int[0, 3].Array[4], (hours, known, coded, numbers) => (Action<RuleFacts>)(facts =>
        {
            facts.Order = new Order(numbers[0] == 3 ? null : coded[5], numbers[1] == 3 ? null : numbers[1], numbers[2], numbers[3]);
            facts.Item.Kind = coded[6] ? "药品" : "项目";
            (facts.Payer.Lines, facts.Payer.FirstSince, facts.Payer.To) = (numbers[0], coded[5], coded[6] ? "职工" : "居民");
            facts.Stay = new Stay(hours > 50 ? null : hours, known);
            facts.Coding = new Coding(coded);
            facts.Pathway = RandomPathways.At(numbers[2], coded);
            (facts.Settlement, facts.Detail) = (RandomSettlement.List(numbers[3], coded), RandomSettlement.Detail(numbers[0], coded));
            facts.Operation = new Operations(numbers[0] == 3 ? null : hours, numbers[1], coded[0], coded[1]);
        }));

    /// <summary>Null where the kind is of another file.</summary>
    public static Gen<KnowledgeRow>? Row(KnowledgeKind kind) => kind switch
    {
        KnowledgeKind.PrincipalDiagnoses => Gen.Bool.Select(KnowledgeRow (timed) => timed ? new PrincipalDiagnosis { Hours = 24 } : new PrincipalDiagnosis { Diagnoses = "Z37" }),
        KnowledgeKind.DiagnosisPatients => Gen.Select(Sex, Gen.Int[0, 20], KnowledgeRow (sex, age) =>
            new DiagnosisPatient { Diagnoses = "O", Sex = sex, MinAge = sex is null ? age : null, MaxAge = sex is null ? age + 5 : null, AgeUnit = "岁" }),
        KnowledgeKind.ProcedurePatients => Gen.Select(Sex, KnowledgeRow (sex) =>
            new ProcedurePatient { Procedures = "74", Sex = sex, Principals = sex is null ? "O" : null, PrincipalsName = "产科疾病" }),
        KnowledgeKind.CodedOperations => Gen.Bool.Select(KnowledgeRow (both) => new CodedOperation { Procedures = "74", Items = "00", Name = "剖宫产", CodedMustBeCharged = both }),
        KnowledgeKind.DiagnosisEvidence => Gen.Const<KnowledgeRow>(new DiagnosisEvidence { Diagnoses = "J18", Items = "XJ01", Name = "抗感染药物" }),
        KnowledgeKind.AdmissionPrompts => Gen.Bool.Select(KnowledgeRow (all) => new AdmissionPrompt { What = "险种", Insurances = all ? null : "职工", Advice = "请登记" }),
        KnowledgeKind.StayWindows => Gen.Const<KnowledgeRow>(new StayWindow { Side = "入院前", Days = 0 }),
        KnowledgeKind.ChargeOrders => Gen.Bool.Select(KnowledgeRow (all) => new ChargeOrderNeed { Kinds = all ? null : "药品" }),
        KnowledgeKind.FeeTypeChanges => Gen.Bool.Select(KnowledgeRow (all) => new FeeTypeChange { To = all ? null : "职工" }),
        KnowledgeKind.StaySigns => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], KnowledgeRow (sign, days) => new StaySign
        {
            Sign = ((string[])[StaySign.Absent, StaySign.Waiting, StaySign.Untreated])[sign],
            MostDays = sign == 2 ? null : days,
            Items = sign == 2 ? "X" : "0011",
            Name = "所列项目",
            Insurances = days > 1 ? null : "职工",
            Advice = "请核对",
        }),
        KnowledgeKind.ReadmissionWindows => Gen.Select(Gen.Int[0, 7], Gen.Int[1, 9], KnowledgeRow (scope, days) => new ReadmissionWindow
        {
            Scope = ((string[])["任意", "同科室", "同病组", "同诊断", "频繁住院", "频繁门诊", "频繁购药", "未了事项"])[scope],
            Days = days,
            MostStays = scope is >= 4 and <= 6 ? days : null,
            Insurances = days > 5 ? null : "职工",
            AtDischarge = days % 2 == 0,
            Fallback = days % 3 == 0 ? ReadmissionWindow.PrincipalDiagnosis : null,
            Advice = "请核对",
        }),
        KnowledgeKind.PerioperativeAntibiotics => Gen.Select(Gen.Bool, Gen.Int[0, 3], KnowledgeRow (usable, most) => new PerioperativeAntibiotic
        {
            Procedures = "06",
            Operation = "甲状腺手术",
            Incision = "Ⅰ",
            Usable = usable,
            MostMinutesBefore = most == 0 ? null : most * 10,
            LeastMinutesBefore = most < 2 ? null : 5,
            MostHoursAfter = most == 3 ? null : most,
            Infections = "J18",
        }),
        _ when RandomPathways.Row(kind) is { } row => row,
        _ when RandomSettlement.Row(kind) is { } row => row,
        _ => null,
    };

    private static Gen<string?> Sex => Gen.Int[0, 2].Select(which => which switch { 0 => null, 1 => "男", _ => "女" });

    private sealed class Stay(int? hours, bool known) : StayFacts
    {
        public override int? HoursSinceAdmission => hours;

        public override int? DaysWithout(string? items) => hours / 10;

        public override bool? IsWithout(string? items) => hours is null ? null : !known;

        public override int? LongestWithout(string? items) => hours / 20;

        public override string? AdmittedOn => "2026-03-02";

        public override string? DischargedOn => null;

        public override bool Knows(string what) => known;

        public override int DaysOutside(string side) => known ? 0 : 2;

        public override int WindowDays(string side) => 0;

        public override string? Boundary(string side) => "入院日期2026-03-02";

        public override string? ChargedOn => "2026-03-01";
    }

    private sealed class Operations(int? minutes, int hours, bool near, bool infected) : OperationFacts
    {
        public override int? MinutesBefore(string procedures) => minutes;

        public override bool? TooShortBefore(string procedures, int? least) => minutes is null ? null : minutes < least;

        public override int? MinutesAfter(string procedures) => minutes;

        public override bool GivenBefore(string procedures, string items) => near;

        public override int HoursAfter(string procedures) => hours;

        public override string Since(string procedures) => "手术结束";

        public override bool Near(string procedures) => near;

        public override bool Infected(string diagnoses) => infected;
    }

    private sealed class Coding(bool[] has) : CodingFacts
    {
        public override bool HasPrincipal => has[0];

        public override string? Diagnosis(string? codes) => has[1] ? "诊断" : null;

        public override string? Principal(string? codes) => has[2] ? "主要诊断" : null;

        public override string? Procedure(string? codes) => has[3] ? "手术" : null;

        public override string? MainProcedure(string? codes) => has[3] ? "手术" : null;

        public override string? Charged(string? items) => has[4] ? "项目" : null;
    }

    private sealed class Order(bool? exists, decimal? planned, decimal charged, int afterEnd) : ChargedOrderFacts
    {
        public override bool IsNamed => afterEnd > 1;

        public override bool? Exists => exists;

        public override decimal? Planned => planned;

        public override decimal Charged => charged;

        public override int DaysAfterEnd => afterEnd;
    }
}
