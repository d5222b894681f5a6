using BenchmarkDotNet.Attributes;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Simulation;

namespace OrderCheck.Benchmarks;

/// <summary>An encounter with a long history, on the project's own rules: a check of five orders, and its replay.</summary>
[MemoryDiagnoser]
public class CheckBenchmarks
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 9, 30, 0, TimeSpan.FromHours(8));
    private static readonly EncounterKey Key = new(DemoHospital.Code, "B1");
    private Release _release = null!;
    private HospitalDictionary _dictionary = null!;
    private EncounterState _state = null!;
    private CheckRequest _request = null!;
    private List<RecordedFact> _history = [];

    [GlobalSetup]
    public void Prepare()
    {
        _release = StarterRules.Build(StarterRules.Read());
        var demo = DemoHospital.Create(_release, DemoHospital.DefaultSeed, Now);
        _dictionary = DictionaryBuilder.Build(demo.Hospital, 1, demo.DictionarySeed).Dictionary!;
        var facts = demo.Encounters[0].Writes.SelectMany(write => write.Facts).ToList();
        var charges = facts.OfType<Charge>().Where(charge => charge.RefundOf is null).ToList();
        _history = Record([.. facts.Where(fact => fact is not Charge), .. Repeat(charges, 500)]);
        _state = EncounterState.Replay(Key, demo.Hospital.TimeZone, _history);
        _request = new CheckRequest([.. charges.DistinctBy(charge => charge.ItemCode).Take(5).Select(Order)], Stage.Order);
    }

    [Benchmark]
    public CheckAnswer CheckFiveOrdersOnFiveHundredCharges() => Evaluator.CheckOrders("check", _release, _dictionary, _state, _request, Now);

    [Benchmark]
    public EncounterState ReplayFiveHundredCharges() => EncounterState.Replay(Key, _dictionary.Hospital.TimeZone, _history);

    private static IEnumerable<Charge> Repeat(List<Charge> charges, int count) =>
        Enumerable.Range(0, count).Select(number => charges[number % charges.Count] with { Id = $"B{number}" });

    private static List<RecordedFact> Record(List<Fact> facts) =>
        [.. facts.Select((fact, index) => new RecordedFact(index + 1, fact, Now, new Caller(Key.Hospital, Role.His, "", "")))];

    private static Order Order(Charge charge) => new()
    {
        Id = "order " + charge.ItemCode,
        Kind = OrderKind.Service,
        ItemCode = charge.ItemCode,
        ItemName = charge.ItemName,
        Quantity = new Quantity(1, charge.Unit ?? "次"),
        StartAt = Now,
    };
}
