using CsCheck;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Patients;

namespace OrderCheck.Core.Tests.Histories;

/// <summary>
/// Histories at random, each about two rows of the book: their items are ordered and charged close together, by a patient who is at
/// times what the rows are about. Everything follows from small numbers, so that what fails is shrunk.
/// </summary>
internal sealed class HistoryGen(Book book)
{
    private const string Infant = "1";

    private static readonly string?[] Frequencies = [null, "qd", "bid", "tid", "q8h", "qod", "st", "q12h"];
    private static readonly int?[] Durations = [null, 1, 3, 5, 8, 15];
    private static readonly string?[] Routes = [null, "po", "iv", "im", "外用"];
    private static readonly string[] Departments = ["心内科", "ICU", "NFM", "不详"];
    private static readonly string?[] Doctors = ["住院", "主任", null, "不详"];
    private static readonly string?[] Insurances = ["310", "390", "210", "self_pay", null];
    private static readonly string?[] Visits = ["21", "21", "11", "13", "21", null];
    private static readonly string[] OtherDiagnoses = ["J18.900", "I63.900", "E11.900", "N40.x00", "O80.900"];
    private static readonly int[] AgesInDays = [20 * 365, 12, 5 * 365, 45 * 365, 68 * 365, 85 * 365];

    private static readonly Gen<Line> AnyLine =
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 8], Gen.Int[1, 5], Gen.Int[0, 23], Gen.Int[1, 4], Gen.Int[0, 100_000], (theme, item, day, hour, quantity, flavour) =>
            new Line(theme, item, day, hour, quantity, flavour));

    public Gen<History> Any => Gen.Select(
        Gen.Int[0, book.Themes.Count - 1], Gen.Int[0, book.Themes.Count - 1], Gen.Int[0, 100_000], AnyLine.Array[0, 4], AnyLine.Array[0, 6], AnyLine.Array[1, 9], AnyLine.Array[1, 4],
        (one, other, patient, signed, charged, asked, charging) => Make([book.Themes[one], book.Themes[patient % 3 == 2 || book.Themes[one].Kind == KnowledgeKind.DrugCounts ? one : other]], patient, signed, charged, asked, charging));

    private sealed record Line(int Theme, int Item, int Day, int Hour, int Quantity, int Flavour)
    {
        /// <summary>One of so many, independent of what another place says; all of flavour 0 are 0.</summary>
        public int Of(int many, int place) => (int)(Mixed(Flavour, place) % (uint)many);

        private static uint Mixed(int flavour, int place)
        {
            unchecked
            {
                var mixed = (uint)flavour * (2_654_435_761u + ((uint)place * 0x9E37_79B8u));
                return (mixed ^ (mixed >> 15)) * 2_246_822_519u >> 7;
            }
        }
    }

    private History Make(Theme[] themes, int patient, Line[] signed, Line[] charged, Line[] asked, Line[] charging) =>
        Told(themes, patient, Together(themes, signed), Together(themes, charged), Together(themes, asked), Together(themes, charging));

    /// <summary>Rows that speak of many items at once seldom would: their lines are of one item after the other, and of one day.</summary>
    private static Line[] Together(Theme[] themes, Line[] lines) =>
    [
        .. lines.Select((line, place) => themes[line.Theme].Kind is KnowledgeKind.PackageParts or KnowledgeKind.DrugCounts or KnowledgeKind.IncisionGroups
            ? line with { Item = place, Day = 2 }
            : line),
    ];

    private History Told(Theme[] themes, int patient, Line[] signed, Line[] charged, Line[] asked, Line[] charging)
    {
        var p = new Line(0, 0, 1, 0, 1, patient);
        var facts = Patient(themes, p);
        Order[] before = [.. signed.Select((line, place) => OrderOf(themes, line, $"A{place}"))];
        facts.AddRange(before.Select(order => new OrderSigned(order, null, true) { Id = order.Id, OccurredAt = order.StartAt }));
        if (before.Length > 1 && p.Of(3, 30) == 0)
            facts.Add(new OrderStopped(before[0].Id, "好转") { Id = "stop", OccurredAt = History.Day(4, 15) });
        foreach (var (line, place) in charged.Select((line, place) => (line, place)))
        {
            var charge = ChargeOf(themes, line, $"C{place}", before);
            facts.Add(charge);
            if (line.Of(6, 20) == 1)
                facts.Add(Refund(charge, line.Of(2, 21) == 0 ? charge.Quantity : charge.Quantity / 2, $"R{place}"));
        }
        if (p.Of(6, 31) == 1)
            facts.Add(new InsuranceChanged("390", History.Day(2, 0)) { Id = "insured", OccurredAt = History.Day(5, 9) });
        return new History(
            book, string.Join('；', themes.Select(theme => theme.ToString())), [.. facts], p.Of(3, 32) == 2 ? null : Elsewhere(themes, p),
            [.. asked.Select((line, place) => OrderOf(themes, line, $"O{place}"))],
            [.. charging.Select((line, place) => ChargeOf(themes, line, $"N{place}", before))]);
    }

    /// <summary>Takes back so much of a charge.</summary>
    public static Charge Refund(Charge charge, decimal quantity, string id) => ChargeResolution.ResolveRefund(
        new Charge
        {
            Id = id,
            RefundOf = charge.Id,
            Quantity = -quantity,
            UnitPrice = charge.UnitPrice,
            Amount = quantity == charge.Quantity ? -charge.Amount : charge.UnitPrice.TimesToFen(-quantity),
            OccurredAt = History.Day(9),
        },
        charge);

    private static List<Fact> Patient(Theme[] themes, Line p)
    {
        var at = History.Day(1, 8);
        var facts = new List<Fact>();
        if (p.Of(30, 0) != 1)
        {
            facts.Add(new Admitted(new StayDetails
            {
                Sex = p.Of(7, 1) == 6 ? null : p.Of(2, 2) == 0 ? Sex.Male : Sex.Female,
                BirthTime = at.AddDays(-AgesInDays[p.Of(AgesInDays.Length, 3)]),
                MedType = Visits[p.Of(Visits.Length, 4)],
                InsuType = Insurances[p.Of(Insurances.Length, 5)],
                Department = Departments[p.Of(2, 6)],
                PatientNumber = "P1",
            })
            { Id = "admit", OccurredAt = at });
        }
        facts.Add(new BirthRecorded(Infant, Sex.Female, 3200) { Id = "birth", OccurredAt = History.Day(1, 9) });
        string[] diagnoses = [.. p.Of(2, 7) == 0 ? themes.SelectMany(theme => theme.Diagnoses.Take(1)) : [], .. p.Of(4, 8) == 3 ? [] : new[] { OtherDiagnoses[p.Of(5, 9)] }];
        facts.AddRange(diagnoses.Distinct().Select((code, place) =>
            new DiagnosisRecorded(code, null, place == 0 && p.Of(4, 10) > 0, p.Of(6, 11) == 1, false, null) { Id = $"dx{place}", OccurredAt = at }));
        if (p.Of(2, 12) == 0)
            facts.AddRange(themes.SelectMany(theme => theme.Procedures.Take(1).Select(code => (Code: code, At: OperatedAt(theme)))).DistinctBy(operation => operation.Code)
                .Select((operation, place) => new ProcedureRecorded(operation.Code, null, place == 0, null) { Id = $"op{place}", OccurredAt = operation.At }));
        if (p.Of(3, 13) == 1)
            facts.Add(new WeightRecorded(p.Of(2, 14) == 0 ? 18_000 : 62_000, null) { Id = "weight", OccurredAt = at });
        if (p.Of(3, 15) > 0)
            facts.Add(new AllergyRecorded(null, p.Of(2, 16) == 0 ? "否认药物过敏史" : "青霉素", false) { Id = "allergy", OccurredAt = at });
        if (p.Of(3, 17) > 0)
            facts.Add(new PregnancyRecorded(p.Of(2, 18) == 0 ? PregnancyState.Pregnant : PregnancyState.None, null) { Id = "pregnancy", OccurredAt = at });
        if (p.Of(2, 19) == 0)
            facts.Add(new BudgetGiven("FM19", "冠脉支架", Money.FromYuan(400), Money.FromYuan(200), "HIS") { Id = "budget", OccurredAt = at });
        if (p.Of(5, 22) > 0)
            facts.AddRange(themes.Select(theme => theme.Pathway).OfType<string>().Distinct().SelectMany(pathway => OnPathway(pathway, p)));
        if (p.Of(3, 49) == 0)
            facts.AddRange(Settlements.Told(p.Of));
        if (p.Of(4, 20) == 1)
            facts.Add(new Discharged("1") { Id = "out", OccurredAt = History.Day(4, 16) });
        if (p.Of(8, 21) == 1)
            facts.Add(new Transferred("ICU", null, null, null) { Id = "transfer", OccurredAt = History.Day(3, 11) });
        return facts;
    }

    private static IEnumerable<Fact> OnPathway(string pathway, Line p)
    {
        yield return new PathwayEntered(pathway, null) { Id = $"enter-{pathway}", OccurredAt = History.Day(1 + p.Of(2, 23), 7) };
        if (p.Of(4, 24) == 1)
            yield return new PathwayLeft(pathway, p.Of(2, 25) == 0, p.Of(2, 26) == 0 ? "变异" : null) { Id = $"leave-{pathway}", OccurredAt = History.Day(3, 12) };
    }

    /// <summary>Where it matters when, in the midst of the days on which drugs are given.</summary>
    private static DateTimeOffset OperatedAt(Theme theme) => theme.Kind is KnowledgeKind.PerioperativeAntibiotics or KnowledgeKind.Pathways ? History.Day(2, 14) : History.Day(1, 8);

    private static StaySummary Elsewhere(Theme[] themes, Line p)
    {
        string[] items = [.. themes.SelectMany(theme => theme.Items.Take(1))];
        Fact[] facts =
        [
            new Admitted(new StayDetails { PatientNumber = "P1", MedType = p.Of(2, 40) == 0 ? "11" : "21", Department = "心内科" }) { Id = "admit", OccurredAt = History.Day(-8, 8) },
            .. p.Of(3, 41) == 0 ? [] : items.Select((item, place) => Charge(item, 1 + p.Of(4, 42 + place), History.Day(-6 + (p.Of(5, 43) * 2)), $"E{place}", 90)),
            new Discharged("1") { Id = "out", OccurredAt = History.Day(0, 16) },
        ];
        return StaySummary.Of(
            1, new EncounterKey(Book.Hospital.Code, "V0"), Book.Hospital.TimeZone,
            [.. facts.Select((fact, place) => new RecordedFact(place + 1, fact, fact.OccurredAt, new Caller(Book.Hospital.Code, Role.His, "", "")))]);
    }

    private Order OrderOf(Theme[] themes, Line line, string id)
    {
        var item = ItemOf(themes, line);
        var known = book.Release.Catalogue.FindItem(item, History.FirstDay);
        var kind = known?.Kind switch { "药品" => OrderKind.Drug, "饮片" => OrderKind.Herb, "耗材" => OrderKind.Consumable, _ => OrderKind.Service };
        var days = Durations[line.Of(Durations.Length, 1)];
        return new Order
        {
            Id = id,
            Kind = kind,
            ItemCode = item,
            Dose = kind switch
            {
                OrderKind.Herb => new Quantity(Grams(line), "g"),
                OrderKind.Drug when line.Of(4, 2) > 0 => DoseOf(known, line),
                _ => null,
            },
            Quantity = kind switch
            {
                OrderKind.Herb => new Quantity(line.Quantity * 5, "付"),
                OrderKind.Drug => null,
                _ => new Quantity(line.Quantity, known?.Unit ?? "次"),
            },
            Frequency = kind == OrderKind.Herb ? null : Frequencies[line.Of(Frequencies.Length, 3)],
            Days = kind == OrderKind.Herb ? null : days,
            LongTerm = days is null && line.Of(5, 4) == 1,
            Route = kind == OrderKind.Drug ? Routes[line.Of(Routes.Length, 5)] : null,
            StartAt = History.Day(line.Day, line.Hour),
            PrescriptionNumber = kind == OrderKind.Herb || themes[line.Theme].Kind == KnowledgeKind.DrugCounts || line.Of(2, 6) == 0 ? "P1" : null,
            GroupNumber = line.Of(9, 7) == 1 ? "G1" : null,
            InfantNo = line.Of(12, 8) == 1 ? Infant : null,
            Department = Departments[line.Of(Departments.Length, 9)],
            Doctor = Doctors[line.Of(Doctors.Length, 10)],
            SkinTest = line.Of(15, 11) == 1,
            DischargeMedication = line.Of(5, 12) == 1,
            LongPrescription = line.Of(8, 13) == 1,
            SelfPay = line.Of(15, 14) == 1,
        };
    }

    private static decimal Grams(Line line) => line.Of(5, 2) switch { 0 => 5, 1 => 10, 2 => 30, 3 => 90, _ => 300 };

    private static Quantity? DoseOf(CatalogueItem? known, Line line) => known switch
    {
        { Strength: { } strength, StrengthUnit: { } unit } => new Quantity(strength * (line.Of(3, 15) switch { 0 => 1, 1 => 0.5m, _ => 6 }), unit),
        { Unit: { } billed } => new Quantity(line.Quantity, billed),
        _ => null,
    };

    private Charge ChargeOf(Theme[] themes, Line line, string id, Order[] orders)
    {
        var order = orders.Length > 0 && line.Of(3, 1) == 1 ? orders[line.Of(orders.Length, 2)] : null;
        var item = order is null || line.Of(4, 3) == 1 ? ItemOf(themes, line) : order.ItemCode!;
        var day = line.Of(9, 4) switch { 1 => -1, 2 => 8, _ => line.Day };
        var price = line.Of(4, 5) switch { 0 => 10m, 1 => 100.37m, 2 => 1500m, _ => book.Dictionary.PriceOf(item, History.FirstDay)?.ToYuan() ?? 0.5m };
        return Charge(item, line.Quantity, History.Day(day, line.Hour), id, price) with
        {
            OrderId = order?.Id ?? (line.Of(12, 6) == 1 ? "没有的医嘱" : null),
            InfantNo = order is not null ? order.InfantNo : line.Of(12, 7) == 1 ? Infant : null,
            Payer = line.Of(6, 8) == 1 ? "210" : null,
            ExecutingDepartment = Departments[line.Of(Departments.Length, 9)],
            OrderingDepartment = Departments[line.Of(Departments.Length, 10)],
            SelfPay = line.Of(15, 11) == 1,
            Automatic = line.Of(6, 12) == 1,
        };
    }

    private static Charge Charge(string item, decimal quantity, DateTimeOffset at, string id, decimal price) => new()
    {
        Id = id,
        ItemCode = item,
        Quantity = quantity,
        UnitPrice = Money.FromYuan(price),
        Amount = Money.FromYuan(price).TimesToFen(quantity),
        OccurredAt = at,
    };

    /// <summary>Rows of the encounter name no item: then any of the book's.</summary>
    private string ItemOf(Theme[] themes, Line line)
    {
        var items = themes[line.Theme].Items is { Length: > 0 } own ? own : themes[1 - line.Theme].Items is { Length: > 0 } other ? other : AnyItems;
        return items[line.Item % items.Length];
    }

    private string[] AnyItems => field ??= [.. book.Themes.SelectMany(theme => theme.Items).Take(4)];
}
