print("knowhow")
