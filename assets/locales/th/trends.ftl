trends-all = การฝึกทั้งหมด
trends-people = ผู้เล่น { $names }
trends-exercises = { $number } ครั้ง
trends-score = คะแนนเฉลี่ย
trends-change = ครึ่งหลังเทียบกับครึ่งแรก
trends-ratings = ภารกิจสำคัญ: { $ratings }
