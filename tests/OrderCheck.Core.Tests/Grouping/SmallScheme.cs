using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Schemes;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Tests.Grouping;

/// <summary>A scheme small enough to read, with every shape of rule that official tables have.</summary>
internal static class SmallScheme
{
    public static readonly string[] Diagnoses =
        ["B01", "B02", "C01", "M01", "N01", "P01", "Y01", "Z01", "Z02", "G99", "X01", "MCC1", "CC1", "CC2", "CC3", "O01"];

    public static readonly string[] Procedures = ["a.1", "a.2", "a.3", "b.1", "b.2", "b.3", "c.1", "c.2", "q.1", "r.1"];

    private const string Manifest = """
        { "name": "small", "sources": ["made up"], "switches": { "qyEnabled": "on", "unmatchedInMdc": "X00" } }
        """;

    private const string Mdc = """
        code,name,sort,rule
        MDCA,first,1,
        MDCP,newborn,2,(NL = 0) and (XSRTL < 29)
        MDCZ,trauma,3,"((ZYZD in DI_Z01) and (QTZD in {DI_Z02})) OR ((ZYZD in DI_Z02) and (QTZD in {DI_Z01}))"
        MDCB,nerves,4,ZYZD in DI_B00
        MDCC,eye,5,ZYZD in DI_C00
        MDCM,male,6,(ZYZD in DI_M00) and (XB = 1)
        MDCN,female,7,ZYZD in DI_N00 and XB = 2
        MDCO,birth,8,ZYZD in DI_O00
        MDCY,HIV,9,ZYZD in DI_Y00
        """;

    private const string Adrg = """
        code,name,mdc,kind,sort,rule
        AC1,two organs,MDCA,surgical,1,"(ZYSS in OP1_AC1 and {ZYSS, QTSS} in OP2_AC1) or (ZYSS in OP2_AC1 and {ZYSS, QTSS} in OP1_AC1)"
        PS1,small newborn,MDCP,medical,1,"{ZYZD, QTZD} in DI_PS1 and XSRTZ < 1500"
        PU1,newborn,MDCP,medical,2,ZYZD in DI_PS1
        ZZ1,trauma,MDCZ,medical,1,"not ({ZYSS, QTSS} in OP_BB1)"
        BB1,operation,MDCB,surgical,1,ZYZD in DI_B00 and ZYSS in OP_BB1
        BB2,two of a list,MDCB,surgical,2,"length(OP_BB2 ∩ {ZYSS, QTSS}) >= 2"
        BQY,,MDCB,ambiguous,3,ZYSS in OP_ALL
        BR1,disease,MDCB,medical,4,ZYZD in DI_BR1
        CB1,eye,MDCC,surgical,1,ZYSS in OP_CB1
        CQY,,MDCC,ambiguous,2,ZYSS in OP_ALL
        CZ1,eye,MDCC,medical,3,1
        MZ1,male,MDCM,medical,1,
        NZ1,female,MDCN,medical,1,
        OZ1,birth,MDCO,medical,1,
        YR1,HIV,MDCY,medical,1,
        """;

    private const string Drg = """
        code,name,adrg,sort,rule
        AC19,,AC1,1,
        PS19,,PS1,1,
        PU19,,PU1,1,
        ZZ19,,ZZ1,1,
        BB11,,BB1,1,QTZD in MCC
        BB13,,BB1,2,"QTZD in {MCC, CC}"
        BB15,,BB1,3,
        BB2H,,BB2,1,NL>=70
        BB29,,BB2,2,
        BQY,,BQY,1,
        BR11,,BR1,1,QTZD in MCC
        BR13,,BR1,2,QTZD in CC
        BR15,,BR1,3,
        CB10,,CB1,1,"{ZYSS, QTSS} in OP_ARB"
        CB19,,CB1,2,
        CQY,,CQY,1,
        CZ12,,CZ1,1,ZYTS >= 7
        CZ14,,CZ1,2,ZYTS < 7
        MZ19,,MZ1,1,
        NZ19,,NZ1,1,
        OZ19,,OZ1,1,
        YR19,,YR1,1,
        """;

    private const string Sets = """
        # Made up.
        set,code
        DI_B00,B01
        DI_B00,B02
        DI_BR1,B01
        DI_C00,C01
        DI_M00,M01
        DI_N00,N01
        DI_O00,O01
        DI_PS1,P01
        DI_Y00,Y01
        DI_Z01,Z01
        DI_Z02,Z02
        OP1_AC1,a.1
        OP2_AC1,a.2
        OP_BB1,b.1
        OP_BB2,b.2
        OP_BB2,b.3
        OP_CB1,c.1
        OP_ALL,b.1
        OP_ALL,b.2
        OP_ALL,c.1
        OP_ALL,q.1
        OP_ALL/wide,b.1
        OP_ALL/wide,c.1
        OP_ALL/wide,c.2
        OP_ALL/wide,q.1
        OP_ARB,r.1
        """;

    private const string Complications = """
        code,level,exclusion_set
        MCC1,MCC,1
        CC1,CC,1
        CC2,CC,2
        CC3,CC,
        """;

    private const string Exclusions = """
        exclusion_set,code
        1,B02
        2,B01
        2,C01
        """;

    private const string DiagnosisTable = """
        code,name,grey
        B01,stroke,
        B02,bleeding,
        G99,grey,1
        X01,in no MDC,
        """;

    private const string DiagnosisMap = """
        clinical,insurance
        B01x,B01
        B02,B01
        """;

    public static GroupingScheme Build(params KeyValuePair<string, string>[] settings) => SchemeBuilder.Build(Files(), settings).Scheme!;

    /// <summary>The scheme's files, one of them with another text.</summary>
    public static IReadOnlyList<RuleFile> Files(string? changed = null, Func<string, string>? change = null) =>
    [
        .. new RuleFile[]
        {
            new(SchemeFiles.Manifest, Manifest),
            new(SchemeFiles.Mdc, Mdc),
            new(SchemeFiles.Adrg, Adrg),
            new(SchemeFiles.Drg, Drg),
            new(SchemeFiles.Sets, Sets),
            new(SchemeFiles.Complications, Complications),
            new(SchemeFiles.Exclusions, Exclusions),
            new(SchemeFiles.Diagnoses, DiagnosisTable),
            new(SchemeFiles.DiagnosisMap, DiagnosisMap),
        }.Select(file => file.Path == changed ? new RuleFile(file.Path, change!(file.Text)) : file),
    ];
}
