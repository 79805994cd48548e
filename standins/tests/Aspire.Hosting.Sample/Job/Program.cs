Console.WriteLine($"done with {string.Join(' ', args)}");
return int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
