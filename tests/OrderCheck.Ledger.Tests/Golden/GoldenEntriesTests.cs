using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Wire;
using Xunit;

namespace OrderCheck.Ledger.Tests.Golden;

/// <summary>
/// The bytes in layout-1.txt lie in ledgers out there. They have to be read for ever; and while layout 1 is written, the same
/// facts have to give the same bytes, since hashes rest on them.
/// </summary>
public sealed class GoldenEntriesTests
{
    private static readonly Caller By = new("H31010400001", Role.Doctor, "0301", "D0007");
    private static readonly DateTimeOffset RecordedAt = GoldenFacts.At.AddSeconds(1);
    private readonly EntryCodec _codec = new();

    [Fact]
    public void Every_kind_of_fact_has_its_recorded_bytes()
    {
        var kinds = typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract).Select(type => type.Name);
        Assert.Equal(kinds.Order(StringComparer.Ordinal), Lines().Select(line => line.Kind).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_facts_still_give_the_recorded_bytes()
    {
        var written = GoldenFacts.All.Select(fact => $"{fact.GetType().Name} {Convert.ToHexStringLower(_codec.Encode(fact, By, RecordedAt))}");
        Assert.Equal(Lines().Select(line => $"{line.Kind} {line.Hex}"), written);
    }

    [Fact]
    public void The_recorded_bytes_are_still_read_as_the_same_facts()
    {
        foreach (var ((kind, hex), fact) in Lines().Zip(GoldenFacts.All))
        {
            var read = _codec.Decode(1, Convert.FromHexString(hex), By.Hospital);
            Assert.Equal((RecordedAt, By), (read.RecordedAt, read.By));
            // Its lists compare by reference, and it happened when it was recorded.
            if (fact is LateJudged late)
                Assert.Equivalent(late with { OccurredAt = RecordedAt }, read.Fact);
            else
                Assert.Equal(fact, read.Fact);
            Assert.Equal(kind, read.Fact.GetType().Name);
        }
    }

    private static IEnumerable<(string Kind, string Hex)> Lines() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", "layout-1.txt"))
            .Select(line => line.Split(' '))
            .Select(parts => (parts[0], parts[1]));
}
