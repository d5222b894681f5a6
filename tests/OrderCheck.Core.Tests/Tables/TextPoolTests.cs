using System.Globalization;
using System.Text;
using OrderCheck.Core.Tables;
using Xunit;

namespace OrderCheck.Core.Tests.Tables;

public sealed class TextPoolTests
{
    [Fact]
    public void Each_text_is_there_once_however_many_there_are()
    {
        var pool = new TextPool();
        string[] texts = [.. Enumerable.Range(0, 50_000).Select(static number => $"限定内容{number}"), "", new string('药', 8_000)];
        var numbers = texts.Select(text => pool.Add(Encoding.UTF8.GetBytes(text))).ToList();
        Assert.Equal(texts.Length, pool.Count);
        Assert.Equal(numbers, texts.Select(text => pool.Add(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(texts, numbers.Select(number => pool[number]));
    }

    [Fact]
    public void A_text_is_found_until_the_pool_is_sealed_unless_it_was_added_anew()
    {
        var pool = new TextPool();
        var number = pool.Add("甲"u8);
        var alone = pool.AddAnew("乙"u8);
        Assert.Equal((number, -1, -1), (pool.Find("甲"u8), pool.Find("乙"u8), pool.Find("丙"u8)));
        Assert.NotEqual(alone, pool.Add("乙"u8));
        pool.Seal();
        Assert.Equal(-1, pool.Find("甲"u8));
        Assert.Equal(("甲", "乙"), (pool[number], pool[alone]));
    }

    [Fact]
    public void What_is_remembered_stays_bounded_and_right()
    {
        var made = 0;
        var remembered = new Remembered<string>(Remembered<string>.Most * 3, number =>
        {
            made++;
            return number.ToString(CultureInfo.InvariantCulture);
        });
        var first = remembered[7];
        Assert.Same(first, remembered[7]);
        for (var number = 0; number < Remembered<string>.Most * 3; number++)
            Assert.Equal(number.ToString(CultureInfo.InvariantCulture), remembered[number]);
        Assert.Equal(Remembered<string>.Most * 3, made);
        Assert.InRange(remembered.Numbers().Count(), 0, Remembered<string>.Most);
    }
}
