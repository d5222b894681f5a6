namespace OrderCheck.Cli.Tests.Grouping;

/// <summary>A scheme of two MDCs in the form of the restated official tables.</summary>
internal static class MadeUpTables
{
    public static string Write(Scratch scratch)
    {
        scratch.Write("tables/mdc.csv", """
            code,name,order,rule
            MDCA,first,1,(any ADRG rule of MDCA matches)
            MDCB,nerves,2,ZYZD in DI_B00
            MDCM,male,3,ZYZD in DI_M00 and XB = 1
            MDCN,female,4,ZYZD in DI_N00 and XB = 2
            """);
        scratch.Write("tables/adrg.csv", """
            rule_id,code,name,mdc,type,order_in_mdc,rule
            BB1,BB1,operation,MDCB,surgical,1,ZYZD in DI_BB1 and ZYSS in OP1_BB1
            BR1,BR1,disease,MDCB,medical,2,ZYZD in DI_BR1
            MZ1,MZ1,male,MDCM,medical,1,ZYZD in DI_M00
            NZ1,NZ1,female,MDCN,medical,1,ZYZD in DI_N00
            """);
        scratch.Write("tables/drg.csv", """
            code,name,adrg,mdc,order_in_adrg,rule
            BB15,,BB1,MDCB,1,1
            BB11,,BB1,MDCB,2,QTZD in MCC
            BR19,,BR1,MDCB,1,1
            MZ19,,MZ1,MDCM,1,1
            NZ19,,NZ1,MDCN,1,1
            """);
        scratch.Write("tables/mdc_dx.csv", "mdc,icd10,name\nMDCB,G01,\nMDCB,G02,\nMDCM,N40,\nMDCN,N80,\n");
        scratch.Write("tables/mdcz_body_part_dx.csv", "body_part,icd10,name\n");
        scratch.Write("tables/adrg_dx.csv", "adrg,list,icd10,name\nBB1,1,G01,\nBR1,1,G01,\n");
        scratch.Write("tables/adrg_op.csv", "adrg,list,icd9,name\nBB1,1,01.1,\n");
        scratch.Write("tables/op_all.csv", "icd9,name\n01.1,\n02.2,\n");
        scratch.Write("tables/mcc.csv", "icd10,name,exclusion_group\nJ96,,1\n");
        scratch.Write("tables/cc.csv", "icd10,name,exclusion_group\n");
        scratch.Write("tables/exclusion.csv", "exclusion_group,principal_icd10,name\n1,G02,\n");
        scratch.Write("icd/icd10_yb_2.0.csv", "code,name\nG01,stroke\nG02,bleeding\nN40,\nJ96,\nZ99,\n");
        scratch.Write("icd/icd9cm3_yb_2.0.csv", "code,name\n01.1,\n02.2,\n");
        scratch.Write("icd/icd10_yb_2.0_grey_codes.csv", "code\nZ99\n");
        scratch.Write("icd/icd10_gl_2.0_to_yb_2.0.csv", "gl_code,yb_code\nG01.1,G01\n");
        return scratch["tables"];
    }
}
