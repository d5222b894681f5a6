using CsCheck;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Recounts;

/// <summary>Pieces and grams of herb prescriptions against a recount of the raw orders.</summary>
public sealed class HerbRecountTests
{
    private static readonly string[] Pieces = [Items.Mint, Items.Ginseng, Items.Liquorice];

    private static readonly Rulebook Rules = Rulebook.With(
        ("herb_doses", $"item_code,max_grams\n{Items.Mint},12\n"),
        ("herb_prescription_limits", "item_code,max_pieces,max_grams_per_set,max_grams\nT00*,2,25,150\n"));

    private static readonly Gen<(int Item, int Grams, int Sets, int Prescription)> Line =
        Gen.Select(Gen.Int[0, 2], Gen.Int[1, 6].Select(grams => grams * 2), Gen.Int[1, 7], Gen.Int[1, 2]);

    [Fact]
    public void Pieces_and_grams_are_found_where_a_recount_finds_them() => Gen.Select(Line.Array[0, 3], Line.Array[1, 4], Gen.Int[0, 4]).Sample((signed, asked, withdrawn) =>
    {
        Order Of((int Item, int Grams, int Sets, int Prescription) line, string id) =>
            Ordered.Piece(Pieces[line.Item], line.Grams, line.Sets, $"P{line.Prescription}") with { Id = id };
        var before = signed.Select((line, place) => Of(line, $"A{place}")).ToArray();
        var orders = asked.Select((line, place) => Of(line, $"O{place}")).ToArray();
        var patient = Inpatient.Male(62).Signed(before);
        if (withdrawn < before.Length)
            patient = patient.With(new OrderCancelled(before[withdrawn].Id, "开错") { Id = "cancel", OccurredAt = When.Day(1, 11) });
        var counted = before.Where((_, place) => place != withdrawn).Concat(orders).ToLookup(order => order.PrescriptionNumber);

        var found = patient.Ordering(Rules, orders);

        foreach (var prescription in orders.Select(order => order.PrescriptionNumber).Distinct())
        {
            var pieces = counted[prescription].ToList();
            bool Told(string rule) => found.Findings.Any(finding => finding.Rule == rule && Prescriptions(finding).Contains(prescription));
            Assert.Equal(pieces.Select(piece => piece.ItemCode).Distinct().Count() > 2, Told("too-many-pieces"));
            Assert.Equal(pieces.Sum(piece => piece.Dose!.Value.Value) > 25, Told("too-many-grams-a-set"));
            Assert.Equal(pieces.Sum(piece => piece.Dose!.Value.Value * piece.Quantity!.Value.Value) > 150, Told("too-many-grams-in-all"));
            var judgedMint = Array.Exists(orders, order => order.PrescriptionNumber == prescription && order.ItemCode == Items.Mint);
            Assert.Equal(judgedMint && pieces.Where(piece => piece.ItemCode == Items.Mint).Sum(piece => piece.Dose!.Value.Value) > 12, Told("too-much-of-a-piece"));
        }

        IEnumerable<string?> Prescriptions(Finding finding) => finding.Also.Select(also => also.Offender?.OrderId).Prepend(finding.Offender?.OrderId).Concat(finding.AlsoOrderIds)
            .Select(id => Array.Find(orders, order => order.Id == id)?.PrescriptionNumber);
    });
}
