using CsCheck;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>Rows of clinical pathways at random, and a patient who is somewhere on one of them, or on none.</summary>
internal static class RandomPathways
{
    /// <summary>Null where the kind is of another file.</summary>
    public static Gen<KnowledgeRow>? Row(KnowledgeKind kind) => kind switch
    {
        KnowledgeKind.Pathways => Gen.Const<KnowledgeRow>(new ClinicalPathway { Pathway = "P1", Name = "路径", EnrolledBy = ClinicalPathway.ByEvent }),
        KnowledgeKind.PathwayItems => Gen.Select(Gen.Int[0, 3], Gen.Bool, Gen.Bool, Gen.Int[-1, 3], KnowledgeRow (need, operation, controllable, day) => new PathwayItem
        {
            Pathway = "P1",
            CountedFrom = operation ? PathwayItem.AroundOperation : PathwayItem.FromAdmission,
            FromDay = day,
            ToDay = day + 1,
            Need = ((string[])[PathwayItem.Required, PathwayItem.Optional, PathwayItem.NotNeeded, PathwayItem.ListedOnly])[need],
            Controllable = controllable,
        }),
        KnowledgeKind.PathwayPreferences => Gen.Bool.Select(KnowledgeRow (prefers) => new PathwayPreference
        {
            Pathway = "P1",
            ClassName = "抗菌药物",
            Others = [new RelatedItem(prefers ? "" : "没有的编码", prefers, "抗菌药物")],
        }),
        _ => null,
    };

    /// <param name="day">3: not known.</param>
    public static PathwayFacts At(int day, bool[] says) => new Somewhere(day, says);

    private sealed class Somewhere(int day, bool[] says) : PathwayFacts
    {
        public override bool Has(string pathway) => says[0];

        public override int? StayDay => says[1] ? day : null;

        public override int? OperationDay(string pathway) => day == 3 ? null : day;

        public override bool? Lists(string pathway) => day == 2 ? null : says[2];

        public override string Preferred => says[3] ? "头孢呋辛" : "";

        public override bool? OrdersRead => says[4] ? true : null;

        public override string? Omitted(string pathway, bool controllable) => says[1] ? says[5] == controllable ? "心电图" : "" : null;

        public override string? OmittedAroundOperation(string pathway, bool controllable) => day == 3 ? null : says[6] ? "换药" : "";

        public override string AllOmitted(string pathway, bool controllable) => "心电图";

        public override bool LeftWithoutReason(string pathway) => says[6];
    }
}
