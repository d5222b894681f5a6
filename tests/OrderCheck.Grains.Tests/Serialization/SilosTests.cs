using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Serialization;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;
using Orleans.Serialization;

namespace OrderCheck.Grains.Tests.Serialization;

public sealed class SilosTests
{
    [Fact]
    public void Every_kind_of_fact_that_there_is_is_tried_here()
    {
        var kinds = typeof(Fact).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Fact)) && type != typeof(LateJudged));

        Assert.Equal(kinds.Select(kind => kind.Name).Order(StringComparer.Ordinal), EveryFact.All.Select(fact => fact.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_kind_of_fact_comes_to_the_ledger_as_it_was_sent_through_whichever_silo()
    {
        await using var ward = await Ward.OpenAsync(silos: 2);
        foreach (var silo in new[] { 0, 1 })
        {
            foreach (var visit in new[] { $"V{silo}a", $"V{silo}b" })
            {
                await WriteAsync(ward, silo, visit);
                var again = await WriteAsync(ward, 1 - silo, visit);
                Assert.Equal(EveryFact.All.Count, again.Recorded);
                Assert.Equal(EveryFact.All.Select(Sent), (await ward.FactsAsync(visit)).Select(recorded => Sent(recorded.Fact)));
            }
        }
    }

    [Fact]
    public async Task A_check_and_its_findings_are_the_same_through_either_silo()
    {
        await using var ward = await Ward.OpenAsync(silos: 2, release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var request = new CheckRequest([Case.Order("o1", Rulebook.ForWomen)], Stage.Order);

        var answers = new List<CheckAnswer>();
        foreach (var silo in new[] { 0, 1 })
            answers.Add(await ward.Silo(silo).GetRequiredService<IEncounterService>().CheckAsync(Ward.His, patient.Ref, request, TestContext.Current.CancellationToken));

        Assert.Equal(Text(answers[0].Findings), Text(answers[1].Findings));
        Assert.Equal(answers[0].ReleaseHash, answers[1].ReleaseHash);
    }

    [Fact]
    public async Task A_conflict_and_a_refusal_are_the_same_through_either_silo()
    {
        await using var ward = await Ward.OpenAsync(silos: 2);
        await new Case(ward, "V1").WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 10));

        foreach (var silo in new[] { 0, 1 })
        {
            var service = ward.Silo(silo).GetRequiredService<IEncounterService>();
            var conflict = await Assert.ThrowsAsync<ConflictException>(() => WriteAsync(service, $"x{silo}", Case.Charge("c1", Rulebook.Bed, 2, 10)));
            var refused = await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(service, $"y{silo}", Case.Refund("r1", "c1", -2, 10)));
            Assert.Equal(("charge", "c1", "charges[0].quantity"), (conflict.Kind, conflict.Id, refused.Field));
        }
    }

    [Fact]
    public async Task What_crosses_silos_comes_out_equal_and_within_a_silo_is_the_very_instance()
    {
        await using var ward = await Ward.OpenAsync();
        var serializer = ward.Silo(0).GetRequiredService<Serializer>();
        var copier = ward.Silo(0).GetRequiredService<DeepCopier>();
        var request = new WriteRequest("r1", EveryFact.All, "check");

        var crossed = serializer.Deserialize<WriteRequest>(serializer.SerializeToArray(request));

        Assert.Equal(EveryFact.All, crossed!.Facts);
        Assert.Same(request, copier.Copy(request));
        // A release is every silo's own.
        var asked = new ReportedCheck(new ReportedEncounter(), [Case.Order("o1", Rulebook.Bed)], [Stage.Order]) { Release = Rulebook.Release() };
        Assert.Null(serializer.Deserialize<ReportedCheck>(serializer.SerializeToArray(asked))!.Release);
        Assert.Same(asked, copier.Copy(asked));
        Assert.Equal(Ward.His, serializer.Deserialize<Caller>(serializer.SerializeToArray(Ward.His)));
        Assert.Equal(new EncounterKey("H", "V/1"), serializer.Deserialize<EncounterKey>(serializer.SerializeToArray(new EncounterKey("H", "V/1"))));
    }

    private static Task<WriteReceipt> WriteAsync(Ward ward, int silo, string visit) => ward.Silo(silo).GetRequiredService<IEncounterService>().WriteAsync(
        Ward.His, new EncounterRef(visit, null), new WriteRequest("all", EveryFact.All, "check"), TestContext.Current.CancellationToken);

    private static Task<WriteReceipt> WriteAsync(IEncounterService service, string request, params Fact[] facts) =>
        service.WriteAsync(Ward.His, new EncounterRef("V1", null), new WriteRequest(request, facts), TestContext.Current.CancellationToken);

    private static Fact Sent(Fact fact) => fact switch
    {
        Charge charge => charge with { Unjudged = false },
        OrderSigned signed => signed with { Covered = false },
        _ => fact,
    };

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, DomainSerialization.Options);
}
