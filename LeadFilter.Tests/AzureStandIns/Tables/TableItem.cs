namespace Azure.Data.Tables.Models;

public sealed class TableItem;
