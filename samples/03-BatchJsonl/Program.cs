Console.WriteLine("KazNlp");
