using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Hospitals;

public sealed class DictionaryBuilderTests
{
    [Fact]
    public void Of_several_rows_in_force_the_one_that_began_last_counts()
    {
        var dictionary = Build("prices", "item_code,unit,price,effective_from,effective_to\nA,次,1.5,,\nA,次,2,2026-03-03,2026-03-04\n");

        Assert.Equal(["1.50", "2.00", "2.00", "1.50"], Enumerable.Range(2, 4).Select(day => dictionary.PriceOf("A", new DateOnly(2026, 3, day)).ToString()));
        Assert.Null(dictionary.PriceOf("B", new DateOnly(2026, 3, 2)));
    }

    [Fact]
    public void A_hospital_code_maps_on_the_days_its_row_is_in_force()
    {
        var dictionary = Build("item_map", "hospital_code,item_code,effective_from,effective_to\nX1,A,2026-01-01,2026-01-31\n");

        Assert.Equal("A", dictionary.MapItem("X1", new DateOnly(2026, 1, 31)));
        Assert.Null(dictionary.MapItem("X1", new DateOnly(2026, 2, 1)));
    }

    [Theory]
    [InlineData(500, "mg", "g", "0.5")]
    [InlineData(2, "G", "mg", "2000")]
    [InlineData(1, "ml", "ml", "1")]
    [InlineData(80, "万单位", "IU", "800000")]
    [InlineData(1, "mg", "ml", null)]
    [InlineData(1, "片", "盒", null)]
    public void Units_of_mass_volume_and_activity_convert_others_only_by_the_hospitals_rows(decimal value, string from, string to, string? expected) =>
        Assert.Equal(expected, HospitalDictionary.Empty(Rulebook.Hospital).Convert("A", value, from, to)?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_conversion_reads_both_ways_and_the_items_own_goes_first()
    {
        var dictionary = Build("units", "item_code,from_unit,to_unit,factor\n*,盒,片,10\nA,盒,片,24\n");

        Assert.Equal((48m, 2m, 20m), (dictionary.Convert("A", 2, "盒", "片"), dictionary.Convert("A", 48, "片", "盒"), dictionary.Convert("B", 2, "盒", "片")));
    }

    [Theory]
    [InlineData("prices", "item_code,unit\n", 1, 1, "The header lacks the column 'price'.")]
    [InlineData("prices", "item_code,unit,price\nA,次,abc\n", 2, 5, "price: 'abc' is no price: yuan with at most six decimals, not negative.")]
    [InlineData("prices", "item_code,unit,price\nA,次,1.1234567\n", 2, 5, "price: '1.1234567' is no price: yuan with at most six decimals, not negative.")]
    [InlineData("prices", "item_code,unit,price\n\n,次,1\n", 3, 1, "item_code: the field is empty.")]
    [InlineData("prices", "item_code,price,effective_from,effective_to\nA,1,2026-02-02,2026-02-01\n", 2, 16, "effective_to: 2026-02-01 is before effective_from 2026-02-02.")]
    [InlineData("prices", "item_code,price,effective_from\nA,1,2026/2/2\n", 2, 5, "effective_from: '2026/2/2' is no date of the form 2026-01-31.")]
    [InlineData("order_charges", "order_code,item_code,quantity,per\n\"a \"\"b\"\"\",A,1,周\n", 2, 15, "per: '周' is not one of 次, 日, 医嘱.")]
    [InlineData("order_charges", "order_code,item_code,quantity,per\nX,A,0,日\n", 2, 5, "quantity: '0' is no number from 0.00000001 to 1000000000 with at most 8 decimals.")]
    [InlineData("rounding", "item_code,rule\n*,随便\n", 2, 3, "rule: '随便' is not one of 次进一, 日进一, 不取整.")]
    [InlineData("staff", "staff_code,title\nD1,教授\n", 2, 4, "title: '教授' is not one of 其他, 医士, 住院医师, 主治医师, 副主任医师, 主任医师.")]
    [InlineData("staff", "staff_code,title,licences\nD1,主治医师,麻醉\n", 2, 9, "licences: '麻醉' is not one of 抗菌药物非限制使用级, 抗菌药物限制使用级, 抗菌药物特殊使用级, 抗肿瘤药物普通使用级, 抗肿瘤药物限制使用级, 麻醉药品和第一类精神药品, 医疗用毒性药品, 中医类别执业医师; several are separated by '|'.")]
    [InlineData("departments", "department_code,standard_code,name\nK1,03.07,内分泌\n", 2, 4, "standard_code: '03.07' is no standard code of a department, like A03 or A03.07.")]
    [InlineData("prices", "item_code,unit,price,discount\n", 1, 22, "There is no column 'discount'. The header may have: item_code, price, unit, effective_from, effective_to, source.")]
    [InlineData("prices", "item_code,price\nA,1,2\n", 2, 1, "The row has 3 fields; the header has 2.")]
    [InlineData("prices", "item_code,price\nA,\"1\n", 2, 1, "A quotation mark in this row is never closed.")]
    public void What_is_wrong_is_said_with_its_place(string name, string text, int line, int column, string message)
    {
        var build = DictionaryBuilder.Build(Rulebook.Hospital, 1, [new RuleFile($"dictionary/{name}.csv", text)]);

        Assert.Null(build.Dictionary);
        Assert.Equal(new Fault($"dictionary/{name}.csv", line, column, message), Assert.Single(build.Faults));
    }

    [Fact]
    public void Every_fault_is_said_not_only_the_first()
    {
        var build = DictionaryBuilder.Build(Rulebook.Hospital, 1,
            [new RuleFile("dictionary/prices.csv", "item_code,price\nA,x\nB,y\n"), new RuleFile("dictionary/nonsense.csv", "a\n")]);

        Assert.Equal(3, build.Faults.Count);
    }

    [Fact]
    public void Quoted_fields_windows_line_ends_and_a_byte_order_mark_are_read()
    {
        var dictionary = Build("prices", "\uFEFFitem_code,unit,price\r\n\"A,1\",\"每\n部位\",\"2.5\"\r\nB,次,3");

        Assert.Equal(("2.50", "3.00"), (dictionary.PriceOf("A,1", default).ToString(), dictionary.PriceOf("B", default).ToString()));
    }

    private static HospitalDictionary Build(string name, string text)
    {
        var build = DictionaryBuilder.Build(Rulebook.Hospital, 1, [new RuleFile($"dictionary/{name}.csv", text)]);
        Assert.Empty(build.Faults);
        return build.Dictionary!;
    }
}
