namespace OrderCheck.Core.Tests.Checks;

/// <summary>Made-up items whose codes have the official shapes.</summary>
internal static class Items
{
    public const string Nursing = "001201000030000";
    public const string Bed = "001109000010000";
    public const string IntensiveBed = "001109000030000";
    public const string Oxygen = "001203000010000";
    public const string Monitor = "001201000060000";
    public const string Infusion = "001204000060000";
    public const string Acupuncture = "004300000010000";
    public const string Moxibustion = "004400000010000";
    public const string Aspirin = "XB01ACA106A001010100001";
    public const string SmallAspirin = "XB01ACA106A001020100002";
    public const string Clopidogrel = "XB01ACL034A001010100001";
    public const string Ticagrelor = "XB01ACT026A001010100001";
    public const string ColdRemedy = "XR05XAF580A001010100001";
    public const string Paracetamol = "XN02BED098A001010100001";
    public const string Penicillin = "XJ01CEQ006B001010100001";
    public const string Saline = "XB05CBL160B002010100001";
    public const string Albumin = "XB05AAR043B002010100001";
    public const string Vitamin = "XA11GAW040B002010100001";
    public const string Mint = "T000100057";
    public const string Ginseng = "T000600684";
    public const string Liquorice = "T001700123";
    public const string Stent = "C0201010010000000001";

    public static string Catalogue =>
        $"""
        item_code,item_name,kind,class,own_share_ratio,category,unit,strength,strength_unit,effective_from
        {Nursing},Ⅱ级护理,项目,甲,0,07,日,,,2024-01-01
        {Bed},普通病房床位费,项目,甲,0,01,日,,,2024-01-01
        {IntensiveBed},监护病房床位费,项目,甲,0,01,日,,,2024-01-01
        {Oxygen},氧气吸入,项目,甲,0,05,小时,,,2024-01-01
        {Monitor},心电监测,项目,甲,0,05,小时,,,2024-01-01
        {Infusion},静脉输液,项目,甲,0,05,次,,,2024-01-01
        {Acupuncture},普通针刺,项目,乙,0.1,05,次,,,2024-01-01
        {Moxibustion},灸法,项目,乙,0.1,05,次,,,2024-01-01
        {Aspirin},阿司匹林肠溶片,药品,甲,0,09,片,100,mg,2024-01-01
        {SmallAspirin},阿司匹林肠溶片,药品,甲,0,09,片,50,mg,2024-01-01
        {Clopidogrel},硫酸氢氯吡格雷片,药品,乙,0.1,09,片,75,mg,2024-01-01
        {Ticagrelor},替格瑞洛片,药品,乙,0.1,09,片,90,mg,2024-01-01
        {ColdRemedy},复方氨酚烷胺片,药品,乙,0.1,09,片,,,2024-01-01
        {Paracetamol},对乙酰氨基酚片,药品,甲,0,09,片,0.5,g,2024-01-01
        {Penicillin},注射用青霉素钠,药品,甲,0,09,支,80,万IU,2024-01-01
        {Saline},氯化钠注射液,药品,甲,0,09,瓶,100,ml,2024-01-01
        {Albumin},人血白蛋白,药品,乙,0.2,09,瓶,10,g,2024-01-01
        {Vitamin},维生素C注射液,药品,甲,0,09,支,0.5,g,2024-01-01
        {Mint},薄荷,饮片,甲,0,10,g,,,2024-01-01
        {Ginseng},人参片,饮片,丙,1,10,g,,,2024-01-01
        {Liquorice},甘草片,饮片,甲,0,10,g,,,2024-01-01
        {Stent},冠状动脉支架,耗材,乙,0.3,08,个,,,2024-01-01

        """;

    /// <summary>Yuan per billed unit.</summary>
    public static string Prices =>
        $"""
        item_code,unit,price
        {Nursing},日,28
        {Bed},日,50
        {IntensiveBed},日,120
        {Oxygen},小时,4
        {Monitor},小时,6
        {Infusion},次,10
        {Acupuncture},次,30
        {Moxibustion},次,20
        {Aspirin},片,0.5
        {Albumin},瓶,400
        {Vitamin},支,1.2
        {Mint},g,0.12
        {Ginseng},g,2
        {Liquorice},g,0.1
        {Stent},个,8000

        """;
}
