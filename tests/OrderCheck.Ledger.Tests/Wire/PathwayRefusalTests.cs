using Google.Protobuf.WellKnownTypes;
using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Ledger.Tests.Wire;

/// <summary>入径 and 出径 whose form is wrong; a pathway that nobody knows is recorded all the same.</summary>
public sealed class PathwayRefusalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("FGG-2009", 200, null)]
    [InlineData("没有的路径", 0, null)]
    [InlineData("", 0, "events[0].enter_pathway.pathway")]
    [InlineData("FGG-2009", 201, "events[0].enter_pathway.pathway_name")]
    public void Entering_names_the_pathway(string pathway, int name, string? refused) =>
        Assert.Equal(refused, Read(new EncounterEvent { EnterPathway = new EnterPathway { Pathway = pathway, PathwayName = new string('名', name) } }));

    [Theory]
    [InlineData("FGG-2009", 500, null)]
    [InlineData("FGG-2009", 0, null)]
    [InlineData("", 0, "events[0].leave_pathway.pathway")]
    [InlineData("FGG-2009", 501, "events[0].leave_pathway.reason")]
    public void Leaving_names_it_too_and_need_not_say_why(string pathway, int reason, string? refused) =>
        Assert.Equal(refused, Read(new EncounterEvent { LeavePathway = new LeavePathway { Pathway = pathway, Reason = new string('因', reason) } }));

    private static string? Read(EncounterEvent told)
    {
        (told.Id, told.OccurredAt) = ("e1", Timestamp.FromDateTimeOffset(Now));
        var reader = FieldReader.ForRequest(Now);
        FactReader.Events(reader, [told]);
        return reader.Violations.SingleOrDefault()?.Path;
    }
}
