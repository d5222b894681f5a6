using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Simulation;
using Xunit;

namespace OrderCheck.Core.Tests.Simulation;

public sealed class DemoHospitalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 9, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public void The_same_seed_makes_the_same_hospital_to_the_byte() =>
        Assert.Equal(Text(Create(seed: 7)), Text(Create(seed: 7)));

    [Fact]
    public void Another_seed_makes_another_hospital() =>
        Assert.NotEqual(Text(Create(seed: 7)), Text(Create(seed: 8)));

    /// <summary>A store keeps one table of a kind under a number: with two, a second start, and a replay, had no prices.</summary>
    [Fact]
    public void Each_table_of_its_dictionary_is_there_once_and_prices_every_item()
    {
        var hospital = Create();

        Assert.Distinct(hospital.DictionarySeed.Select(file => file.Path));
        var dictionary = DictionaryBuilder.Build(hospital.Hospital, 1, hospital.DictionarySeed).Dictionary!;
        Assert.All(hospital.Encounters.SelectMany(Facts).OfType<Charge>(), charge => Assert.NotNull(dictionary.PriceOf(charge.ItemCode!, new DateOnly(2026, 3, 4))));
    }

    [Fact]
    public void The_hospital_has_six_departments_forty_doctors_and_two_hundred_open_inpatients()
    {
        var hospital = Create();

        Assert.Equal(6, SimulatedDepartment.All.Count);
        Assert.Equal(40, SimulatedDepartment.All.SelectMany(department => department.Doctors).Distinct().Count());
        Assert.Equal(200, hospital.Encounters.Select(encounter => encounter.VisitNumber).Distinct().Count());
        Assert.Equal(6, hospital.Encounters.Select(encounter => Facts(encounter).OfType<Admitted>().Single().Stay.Department).Distinct().Count());
        Assert.DoesNotContain(hospital.Encounters.SelectMany(Facts), fact => fact is Discharged);
    }

    [Fact]
    public void Every_patient_has_five_to_sixty_charge_lines() =>
        Assert.All(Create().Encounters, encounter => Assert.InRange(Facts(encounter).OfType<Charge>().Count(), 5, 62));

    [Fact]
    public void Nothing_happens_before_admission_or_after_now() =>
        Assert.All(Create().Encounters, encounter =>
        {
            var admitted = Facts(encounter).OfType<Admitted>().Single().OccurredAt;
            Assert.All(Facts(encounter), fact => Assert.InRange(fact.OccurredAt, admitted, Now));
        });

    [Fact]
    public void A_request_carries_facts_of_one_kind_and_ids_are_never_used_twice() =>
        Assert.All(Create().Encounters, encounter =>
        {
            Assert.All(encounter.Writes, write => Assert.Single(write.Facts.Select(Kind).Distinct()));
            Assert.Equal(encounter.Writes.Count, encounter.Writes.Select(write => write.RequestId).Distinct().Count());
            Assert.Equal(Facts(encounter).Count(), Facts(encounter).Select(fact => (fact.Entity, fact.Id)).Distinct().Count());
        });

    [Fact]
    public void Every_line_costs_price_times_quantity_and_names_an_order_that_was_signed() =>
        Assert.All(Create().Encounters, encounter =>
        {
            var orders = Facts(encounter).OfType<OrderSigned>().Select(signed => signed.Order.Id).ToHashSet();
            Assert.All(Facts(encounter).OfType<Charge>(), charge =>
            {
                Assert.Equal(charge.UnitPrice.TimesToFen(charge.Quantity), charge.Amount);
                Assert.True(charge.OrderId is null || orders.Contains(charge.OrderId));
            });
        });

    [Fact]
    public void Refunds_name_an_earlier_charge_and_never_pass_it()
    {
        var refunds = 0;
        Assert.All(Create().Encounters, encounter =>
        {
            var charges = Facts(encounter).OfType<Charge>().ToDictionary(charge => charge.Id);
            foreach (var refund in charges.Values.Where(charge => charge.RefundOf is not null))
            {
                var original = charges[refund.RefundOf!];
                Assert.True(refund.Quantity < 0 && original.Quantity + refund.Quantity >= 0 && original.Amount + refund.Amount >= Money.Zero);
                Assert.True(original.OccurredAt < refund.OccurredAt);
                refunds++;
            }
        });
        Assert.True(refunds > 5, $"Only {refunds} refunds.");
    }

    [Fact]
    public void Nobody_is_charged_while_on_leave_and_some_are()
    {
        var leaves = 0;
        Assert.All(Create().Encounters, encounter =>
        {
            foreach (var (start, end) in Facts(encounter).OfType<LeaveStarted>().Zip(Facts(encounter).OfType<LeaveEnded>()))
            {
                leaves++;
                Assert.DoesNotContain(
                    Facts(encounter).OfType<Charge>(),
                    charge => charge.OccurredAt > start.OccurredAt && charge.OccurredAt < end.OccurredAt);
            }
        });
        Assert.True(leaves > 3, $"Only {leaves} leaves.");
    }

    [Fact]
    public void Newborns_are_charged_in_their_mothers_encounters_after_their_birth()
    {
        var infants = 0;
        foreach (var encounter in Create().Encounters)
        {
            foreach (var charge in Facts(encounter).OfType<Charge>().Where(charge => charge.InfantNo is not null))
            {
                var birth = Facts(encounter).OfType<BirthRecorded>().Single(birth => birth.InfantNo == charge.InfantNo);
                Assert.True(birth.OccurredAt < charge.OccurredAt);
                infants++;
            }
        }
        Assert.True(infants > 5, $"Only {infants} infants' lines.");
    }

    [Fact]
    public void Each_patient_has_a_budget_and_some_are_near_it_or_over()
    {
        var over = 0;
        foreach (var encounter in Create().Encounters)
        {
            var total = Facts(encounter).OfType<Charge>().Aggregate(Money.Zero, (sum, charge) => sum + charge.Amount);
            var budget = Facts(encounter).OfType<BudgetGiven>().Single();
            Assert.True(budget.PaymentStandard > budget.StandardCost);
            over += total.ToYuan() >= budget.StandardCost.ToYuan() * 0.8m ? 1 : 0;
        }
        Assert.InRange(over, 10, 60);
    }

    [Fact]
    public void An_item_without_a_price_gets_one_and_a_price_of_the_dictionary_stays()
    {
        const string Prices = "item_code,unit,price,effective_from,effective_to\n001109000010000,日,41.50,,\n";
        var hospital = DemoHospital.Create(SmallRelease.Create(Prices), 7, Now);

        var dictionary = DictionaryBuilder.Build(hospital.Hospital, 1, hospital.DictionarySeed);

        Assert.Empty(dictionary.Faults);
        Assert.Equal(Money.FromYuan(41.5m), dictionary.Dictionary!.PriceOf("001109000010000", new DateOnly(2026, 3, 4)));
        Assert.NotNull(dictionary.Dictionary.PriceOf("XC07ABM055A001010100001", new DateOnly(2026, 3, 4)));
        Assert.All(
            hospital.Encounters.SelectMany(Facts).OfType<Charge>(),
            charge => Assert.Equal(dictionary.Dictionary.PriceOf(charge.ItemCode!, new DateOnly(2026, 3, 4)), charge.UnitPrice));
    }

    [Fact]
    public void Every_doctor_has_a_title_and_a_department_and_the_older_ones_the_higher_licences()
    {
        var today = new DateOnly(2026, 3, 4);
        var dictionary = DictionaryBuilder.Build(Create().Hospital, 1, Create().DictionarySeed).Dictionary!;

        foreach (var department in SimulatedDepartment.All)
        {
            var doctors = department.Doctors.Select(doctor => dictionary.FindStaff(doctor, today)!).ToList();
            Assert.All(doctors, doctor => Assert.Equal(department.StandardCode, dictionary.FindDepartment(doctor.Department!, today)!.StandardCode));
            Assert.Equal(("主任医师", true), (doctors[0].Title, doctors[0].Holds("抗菌药物特殊使用级")));
            Assert.Equal(("住院医师", false, true), (doctors[^1].Title, doctors[^1].Holds("抗菌药物限制使用级"), doctors[^1].Holds("抗菌药物非限制使用级")));
        }
    }

    private static DemoHospital Create(int seed = 7) => DemoHospital.Create(SmallRelease.Create(), seed, Now);

    private static IEnumerable<Fact> Facts(SimulatedEncounter encounter) => encounter.Writes.SelectMany(write => write.Facts);

    private static Type Kind(Fact fact) => fact is EncounterFact ? typeof(EncounterFact) : fact.GetType();

    private static string Text(DemoHospital hospital) => string.Join(
        '\n',
        from encounter in hospital.Encounters
        from write in encounter.Writes
        from fact in write.Facts
        select $"{encounter.VisitNumber} {write.RequestId} {fact}");
}
