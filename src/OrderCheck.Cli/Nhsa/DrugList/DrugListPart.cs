namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>Which list of the national drug list an entry stands in, by how its drugs are named and paid.</summary>
internal enum DrugListPart
{
    /// <summary>西药部分: substances, each with a dosage form.</summary>
    Western,

    /// <summary>中成药部分: products, with the dosage forms of a name in brackets.</summary>
    ChineseMedicine,

    /// <summary>协议西药: products, with the price that was agreed and the days of the agreement.</summary>
    NegotiatedWestern,

    /// <summary>协议中成药.</summary>
    NegotiatedChineseMedicine,

    /// <summary>竞价药品部分: products that were bid for.</summary>
    Bid,
}
