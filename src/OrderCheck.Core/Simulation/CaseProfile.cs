using OrderCheck.Core.Encounters;

namespace OrderCheck.Core.Simulation;

/// <summary>A kind of inpatient that a department sees.</summary>
/// <param name="Department">Its code.</param>
/// <param name="Sex">Null: either.</param>
/// <param name="Principal">Principal diagnosis, ICD-10 insurance edition.</param>
/// <param name="Others">Secondary diagnoses, of which some patients have some.</param>
/// <param name="Procedure">ICD-9-CM-3 insurance edition, of those who were operated on; null: none.</param>
/// <param name="Group">CHS-DRG 1.1 group that the budget names.</param>
/// <param name="Cost">Usual cost of the stay in yuan.</param>
internal sealed record CaseProfile(
    string Department,
    Sex? Sex,
    int YoungestAge,
    int OldestAge,
    Coded Principal,
    IReadOnlyList<Coded> Others,
    Coded? Procedure,
    Coded Group,
    int Cost)
{
    private static readonly Coded Hypertension = new("I10.x00", "特发性（原发性）高血压");
    private static readonly Coded Diabetes = new("E11.900", "2型糖尿病");
    private static readonly Coded Lipids = new("E78.500", "高脂血症");
    private static readonly Coded Anaemia = new("D64.901", "轻度贫血");
    private static readonly Coded Reflux = new("K21.001", "反流性食管炎");

    public static IReadOnlyList<CaseProfile> All { get; } =
    [
        new("A03.04", null, 55, 88, new("I25.103", "冠状动脉粥样硬化性心脏病"), [Hypertension, Diabetes, Lipids], null,
            new("FR43", "冠状动脉粥样硬化/血栓/闭塞，伴并发症或合并症"), 7200),
        new("A03.04", null, 60, 92, new("I50.900", "心力衰竭"), [Hypertension, Diabetes, Anaemia], null,
            new("FR25", "心力衰竭、休克，不伴并发症或合并症"), 8600),
        new("A03.04", null, 42, 80, Hypertension, [Lipids, Diabetes], null, new("FV25", "高血压，不伴并发症或合并症"), 4300),
        new("A03.02", null, 50, 90, new("I63.900", "脑梗死"), [Hypertension, Diabetes, Lipids], null,
            new("BR23", "脑缺血性疾患，伴并发症或合并症"), 9800),
        new("A03.01", null, 20, 85, new("J18.900", "肺炎"), [Hypertension, Anaemia], null,
            new("ES35", "呼吸系统感染/炎症，不伴并发症或合并症"), 5600),
        new("A03.01", null, 55, 90, new("J44.100", "慢性阻塞性肺病伴有急性加重"), [Hypertension, Reflux, Diabetes], null,
            new("ET23", "慢性气道阻塞病，伴并发症或合并症"), 8100),
        new("A03.01", null, 20, 70, new("J45.900x001", "支气管哮喘"), [Reflux], null,
            new("EX15", "哮喘及喘息性支气管炎，不伴并发症或合并症"), 4700),
        new("A04.01", null, 18, 65, new("K35.800x001", "急性阑尾炎"), [Anaemia], new("47.0100", "腹腔镜下阑尾切除术"),
            new("GD25", "阑尾切除术，不伴并发症或合并症"), 9300),
        new("A04.01", null, 30, 75, new("K80.100x001", "胆囊结石伴胆囊炎"), [Hypertension, Lipids], new("51.2300", "腹腔镜下胆囊切除术"),
            new("HC29", "胆囊切除手术"), 12400),
        new("A04.01", Encounters.Sex.Male, 35, 80, new("K40.900x002", "单侧腹股沟疝"), [Hypertension], new("53.0301", "单侧腹股沟直疝斜疝无张力修补术"),
            new("GE15", "腹股沟及腹疝手术，不伴并发症或合并症"), 8900),
        new("A04.03", null, 60, 90, new("S72.000", "股骨颈骨折"), [Hypertension, Diabetes, Anaemia], new("79.3500x017", "股骨骨折切开复位螺钉内固定术"),
            new("IF33", "股骨手术，伴并发症或合并症"), 31500),
        new("A05.02", Encounters.Sex.Female, 22, 40, new("O80.000", "头位顺产"), [], new("73.5900x002", "头位阴道助产"), new("OR19", "阴道分娩"), 4600),
        new("A05.02", Encounters.Sex.Female, 24, 42, new("O82.000", "经选择性剖宫产术的分娩"), [], new("74.1x01", "剖宫产术，子宫下段横切口"),
            new("OB19", "剖宫产术"), 9700),
    ];

    /// <summary>Its patients give birth in the stay.</summary>
    public bool Delivers => Department == "A05.02";
}
