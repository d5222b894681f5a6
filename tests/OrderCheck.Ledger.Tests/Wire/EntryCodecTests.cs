using CsCheck;
using Google.Protobuf;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Ledger.Tests.Wire;

public sealed class EntryCodecTests
{
    private const string Hospital = "H44010001";
    private static readonly DateTimeOffset RecordedAt = new(2026, 3, 1, 8, 30, 0, TimeSpan.FromHours(8));
    private static readonly Caller By = new(Hospital, Role.Doctor, "0301", "D017");
    private readonly EntryCodec _codec = new();

    [Fact]
    public void Every_fact_comes_back_as_it_was()
    {
        Facts.Any.Sample(
            fact =>
            {
                var read = _codec.Decode(7, _codec.Encode(fact, By, RecordedAt), Hospital);
                Assert.Equal(fact, read.Fact);
                Assert.Equal((7, RecordedAt, By), (read.Sequence, read.RecordedAt, read.By));
            },
            iter: 3000);
    }

    [Fact]
    public void The_same_fact_gives_the_same_bytes() =>
        Facts.Any.Sample(fact => _codec.Encode(fact, By, RecordedAt).AsSpan().SequenceEqual(_codec.Encode(fact with { }, By, RecordedAt)), iter: 500);

    [Fact]
    public void A_late_judgement_happened_when_it_was_recorded()
    {
        var late = new LateJudged(["o1", "o2"], ["c1"], "check-1", 3) { Id = "late-1", OccurredAt = RecordedAt, PromiseKeys = ["key-1"] };
        var read = Assert.IsType<LateJudged>(_codec.Decode(1, _codec.Encode(late, By, RecordedAt), Hospital).Fact);
        Assert.Equal(["o1", "o2"], read.OrderIds);
        Assert.Equal(["c1"], read.ChargeIds);
        Assert.Equal(["key-1"], read.PromiseKeys);
        Assert.Equal(("late-1", "check-1", 3, RecordedAt), (read.Id, read.CheckId, read.FindingCount, read.OccurredAt));
    }

    [Fact]
    public void An_unknown_layout_is_refused_by_its_number()
    {
        var body = new EntryBody { Layout = 2, Role = "his" };
        var error = Assert.Throws<InvalidDataException>(() => _codec.Decode(12, body.ToByteArray(), Hospital));
        Assert.Contains("entry 12 has layout 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("layout 1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xff, 0xff, 0xff })]
    [InlineData(new byte[] { })]
    public void What_is_no_entry_is_refused(byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => _codec.Decode(1, bytes, Hospital));

    [Fact]
    public void A_kind_of_fact_from_a_newer_program_is_refused()
    {
        var body = new EntryBody { Layout = 1, Role = "his", RecordedAt = Timestamps.Write(RecordedAt) };
        var error = Assert.Throws<InvalidDataException>(() => _codec.Decode(3, body.ToByteArray(), Hospital));
        Assert.Contains("kind of fact", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_never_reach_the_bytes()
    {
        var reader = FieldReader.ForRequest(RecordedAt);
        var message = new EncounterEvent
        {
            Id = "e1",
            OccurredAt = Timestamps.Write(RecordedAt),
            Admit = new Admit { Stay = new Stay { PatientNumber = "P1", PatientName = "王小明", PsnNo = "44010119640101" } },
        };
        var fact = Assert.Single(FactReader.Events(reader, [message]));
        reader.ThrowIfMalformed();
        var text = System.Text.Encoding.UTF8.GetString(_codec.Encode(fact, By, RecordedAt));
        Assert.DoesNotContain("王小明", text, StringComparison.Ordinal);
        Assert.DoesNotContain("44010119640101", text, StringComparison.Ordinal);
    }
}
